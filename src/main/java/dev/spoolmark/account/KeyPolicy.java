package dev.spoolmark.account;

/// Which keys the server listens to (`SEC-T1`).
public enum KeyPolicy {

    /// Every well-formed one: old clients carry theirs built in.
    ANY,

    /// Only those the operator registered.
    REGISTERED
}
