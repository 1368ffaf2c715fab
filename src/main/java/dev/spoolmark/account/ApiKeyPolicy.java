package dev.spoolmark.account;

/// Which keys the server listens to (`docs/security.md#sec-t1`).
public enum ApiKeyPolicy {

    /// Every well-formed one: old clients carry theirs built in.
    ANY,

    /// Only those the operator registered.
    REGISTERED
}
