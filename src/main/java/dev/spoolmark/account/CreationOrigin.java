package dev.spoolmark.account;

/// Who requests a new account; decides how strictly the password is checked (`docs/security.md#sec-c13`).
public enum CreationOrigin {

    /// A client: a common password is rejected.
    SELF_SERVICE,

    /// The operator: a common password causes a warning.
    OPERATOR,

    /// The demo, whose data is deleted at the end: every password is accepted.
    DEMO
}
