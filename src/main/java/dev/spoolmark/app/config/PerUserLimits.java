package dev.spoolmark.app.config;

import dev.spoolmark.account.Registration;

/// Whether it is counted how often one person calls.
public enum PerUserLimits {
    ON,

    OFF,

    /// Nobody said: counted where strangers may join.
    UNSET;

    boolean applies(Registration registration) {
        return this == ON || (this == UNSET && registration == Registration.OPEN);
    }
}
