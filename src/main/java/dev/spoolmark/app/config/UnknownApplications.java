package dev.spoolmark.app.config;

import dev.spoolmark.account.Registration;

/// Whether applications are accepted that are not registered.
public enum UnknownApplications {
    ON,

    OFF,

    /// Accepted unless everyone may register.
    UNSET;

    public boolean applies(Registration registration) {
        return this == ON || (this == UNSET && registration != Registration.OPEN);
    }
}
