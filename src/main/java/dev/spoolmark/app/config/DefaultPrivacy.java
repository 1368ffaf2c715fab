package dev.spoolmark.app.config;

import dev.spoolmark.account.Registration;

/// Who sees the data of a new person until they choose themselves (`docs/security.md#sec-p5`).
public enum DefaultPrivacy {
    PUBLIC,

    PROTECTED,

    /// Nobody said: protected where the people know each other, public where strangers may join.
    UNSET;

    boolean isProtected(Registration registration) {
        return switch (this) {
            case PUBLIC -> false;
            case PROTECTED -> true;
            case UNSET -> registration != Registration.OPEN;
        };
    }
}
