package dev.spoolmark.account;

/// Who may make an account for themselves (`security.md` 2.5).
public enum Registration {
    CLOSED,
    INVITE,
    OPEN
}
