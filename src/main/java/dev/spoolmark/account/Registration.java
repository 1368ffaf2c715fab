package dev.spoolmark.account;

/// Who may create an account through the API (`docs/security.md#registration`).
public enum Registration {
    CLOSED,
    INVITE,
    OPEN
}
