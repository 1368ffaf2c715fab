package dev.spoolmark.account;

/// Who requests a new account; decides how strictly the password is checked (`docs/security.md#sec-c13`).
public enum CreationOrigin {

    /// A client: a common password is rejected.
    SELF_SERVICE,

    /// Another server that has authenticated the user: the password is random, and nobody knows it.
    EXTERNAL_SIGN_IN,

    /// The operator: a common password causes a warning.
    OPERATOR,

    /// The demo, whose data is deleted at the end: every password is accepted.
    DEMO
}
