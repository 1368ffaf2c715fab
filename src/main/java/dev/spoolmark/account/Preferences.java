package dev.spoolmark.account;

import java.time.ZoneId;

/// How a person wants things shown to them.
public record Preferences(
        ZoneId timeZone, RatingMode ratingMode, boolean use24hr, boolean showBadges, boolean showSpoilers) {

    /// What a new account starts with (`docs/spec/v1/account.md#accountcreate`: simple ratings).
    public static Preferences in(ZoneId zone) {
        return new Preferences(zone, RatingMode.SIMPLE, false, true, true);
    }
}
