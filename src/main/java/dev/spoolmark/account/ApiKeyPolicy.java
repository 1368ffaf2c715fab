package dev.spoolmark.account;

/// Which API keys are accepted (`docs/security.md#sec-t1`).
public enum ApiKeyPolicy {

    /// Every well-formed key: old clients have a fixed key built in.
    ANY,

    /// Only registered keys.
    REGISTERED
}
