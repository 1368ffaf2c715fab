package dev.spoolmark.account;

import java.time.ZoneId;

/// Settings for new accounts.
public record AccountDefaults(Registration registration, boolean protectedByDefault, ZoneId defaultTimeZone) {}
