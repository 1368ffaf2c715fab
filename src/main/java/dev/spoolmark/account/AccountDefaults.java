package dev.spoolmark.account;

import java.time.ZoneId;

/// What the operator decided about new accounts.
public record AccountDefaults(Registration registration, boolean protectedByDefault, ZoneId defaultTimeZone) {}
