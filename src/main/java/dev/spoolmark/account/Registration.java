package dev.spoolmark.account;

/// Who may make an account for themselves (`docs/security.md#registration`).
public enum Registration {
    CLOSED,
    INVITE,
    OPEN
}
