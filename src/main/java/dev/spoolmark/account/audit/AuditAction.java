package dev.spoolmark.account.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Actions that the security log records (`docs/security.md#sec-l8`).
public enum AuditAction {
    ACCOUNT_ADDED,
    PASSWORD_CHANGED,
    EMAIL_CHANGED,
    RESET_LINK_CREATED,
    INVITE_CREATED,
    INVITE_REVOKED,
    INVITE_USED,
    CONFIGURATION_CHANGED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    ACCOUNT_DELETED,
    ADMINISTRATOR_CHANGED,
    SETTINGS_CHANGED,

    /// A correct password that was hashed; sign-ins from the cache are not recorded.
    SIGNED_IN,

    /// A wrong password, or the correct one of a disabled user.
    SIGN_IN_FAILED,

    /// An attempt that was rejected by a rate limit (`docs/security.md#guessing`); the password was not checked.
    SIGN_IN_THROTTLED,

    /// A browser signed in.
    SESSION_STARTED,

    /// Sessions that were signed out or revoked; expiry is not recorded.
    SESSION_ENDED,

    SECOND_FACTOR_ON,
    SECOND_FACTOR_OFF,
    RECOVERY_CODES_REPLACED,
    RECOVERY_CODE_USED,
    OPENID_LINKED,
    OPENID_UNLINKED,
    APP_PASSWORD_ADDED,
    APP_PASSWORD_REMOVED,

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
    TOKEN_REFUSED,

    /// A user, or the operator, exported the data of the user.
    DATA_EXPORTED,

    /// A backup of the database was made, downloaded or deleted on a page.
    BACKUP_CREATED,
    BACKUP_DOWNLOADED,
    BACKUP_DELETED,

    /// An administrator edited facts of an item, or let sources change a field again.
    CATALOG_EDITED,
    CATALOG_RELEASED,

    /// An administrator merged two items, deleted one, or made a provisional one visible to all.
    CATALOG_MERGED,
    CATALOG_DELETED,
    CATALOG_CONFIRMED;

    /// The action with this key.
    public static Optional<AuditAction> ofKey(String key) {
        return Arrays.stream(values())
                .filter(action -> action.key().equals(key))
                .findFirst();
    }

    /// The name in the database and in the output of commands.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
