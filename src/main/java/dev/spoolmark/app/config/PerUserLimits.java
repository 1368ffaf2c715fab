package dev.spoolmark.app.config;

import dev.spoolmark.account.Registration;

/// Whether the request rate of users is limited.
public enum PerUserLimits {
    ON,

    OFF,

    /// Limited with open registration.
    UNSET;

    boolean applies(Registration registration) {
        return this == ON || (this == UNSET && registration == Registration.OPEN);
    }
}
