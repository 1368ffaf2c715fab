package dev.spoolmark.app.config;

import dev.spoolmark.account.Registration;

/// Privacy of new users (`docs/security.md#sec-p5`).
public enum DefaultPrivacy {
    PUBLIC,

    PROTECTED,

    /// Protected with closed registration, public with open registration.
    UNSET;

    boolean isProtected(Registration registration) {
        return switch (this) {
            case PUBLIC -> false;
            case PROTECTED -> true;
            case UNSET -> registration != Registration.OPEN;
        };
    }
}
