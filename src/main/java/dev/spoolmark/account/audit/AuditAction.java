package dev.spoolmark.account.audit;

import java.util.Locale;

/// What the security log tells of (`docs/security.md#sec-l8`).
public enum AuditAction {
    ACCOUNT_ADDED,
    PASSWORD_CHANGED,
    EMAIL_CHANGED,
    RESET_LINK_CREATED,
    INVITE_CREATED,
    INVITE_REVOKED,
    INVITE_USED,
    CONFIGURATION_CHANGED,
    SETTINGS_CHANGED,

    /// The right password, found out anew; what is known from before is not told again.
    SIGNED_IN,

    /// A wrong password, or a right one for somebody who is shut out.
    SIGN_IN_FAILED,

    /// An attempt that came too soon after others (`docs/security.md#guessing`); nothing was tried.
    SIGN_IN_THROTTLED,

    /// A browser signed in.
    SESSION_STARTED,

    /// Sessions that were signed out or revoked; expiry is not recorded.
    SESSION_ENDED,

    KEY_ADDED,
    KEY_BLOCKED,
    KEY_UNBLOCKED,

    APPLICATION_ADDED,
    APPLICATION_CHANGED,
    APPLICATION_DELETED,

    /// A user connected an application, or a personal access token was created.
    TOKEN_ISSUED,

    TOKEN_REVOKED,

    /// A code, token or client secret that is unknown, expired, used or of another client.
    TOKEN_REFUSED;

    /// As it is stored and shown.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
