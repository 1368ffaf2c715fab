package dev.spoolmark.account;

/// Who asks for a new account, which says how strictly its password is judged (`docs/security.md#sec-c13`).
public enum CreationOrigin {

    /// Someone from outside: a common password is refused.
    SELF_SERVICE,

    /// Whoever runs the server: a common password is a warning.
    OPERATOR,

    /// The people of a demonstration, thrown away when it ends: anything goes.
    DEMO
}
