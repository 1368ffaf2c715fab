package dev.spoolmark.account;

import java.time.ZoneId;

/// Display settings of a user.
///
/// @param ratingMode for clients of v1; pages use the scale in `pages`
/// @param clock24Hours whether times are shown with 24 hours
/// @param commentBadges whether comments show badges of their authors
/// @param commentSpoilers whether comments that contain spoilers are shown
public record Preferences(
        ZoneId timeZone,
        RatingMode ratingMode,
        boolean clock24Hours,
        boolean commentBadges,
        boolean commentSpoilers,
        PageSettings pages) {

    public Preferences(
            ZoneId timeZone,
            RatingMode ratingMode,
            boolean clock24Hours,
            boolean commentBadges,
            boolean commentSpoilers) {
        this(timeZone, ratingMode, clock24Hours, commentBadges, commentSpoilers, PageSettings.DEFAULT);
    }

    /// The settings of a new account.
    public static Preferences in(ZoneId zone) {
        return new Preferences(zone, RatingMode.SIMPLE, false, true, false);
    }
}
