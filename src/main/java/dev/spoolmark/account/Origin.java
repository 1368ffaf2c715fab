package dev.spoolmark.account;

/// Who asks for a new account, which says how strictly its password is judged (`SEC-C13`).
public enum Origin {

    /// Someone from outside: a common password is refused.
    STRANGER,

    /// Whoever runs the server: a common password is a warning.
    OPERATOR,

    /// The people of a demonstration, thrown away when it ends: anything goes.
    DEMO
}
