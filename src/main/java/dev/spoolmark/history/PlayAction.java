package dev.spoolmark.history;

import dev.spoolmark.activity.ActivityType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a play was reported. The numbers are stored and never change.
public enum PlayAction {

    /// By a media player.
    SCROBBLE(1),

    /// By a check-in that has ended.
    CHECKIN(2),

    /// By a user who marked the item as seen.
    SEEN(3);

    private final int number;

    PlayAction(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    ActivityType type() {
        return switch (this) {
            case SCROBBLE -> ActivityType.SCROBBLE;
            case CHECKIN -> ActivityType.CHECKIN;
            case SEEN -> ActivityType.SEEN;
        };
    }

    /// The name in v1 responses.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PlayAction of(int number) {
        return find(number).orElseThrow(() -> new IllegalArgumentException("no action has the number " + number));
    }

    /// Empty if no action has the number.
    public static Optional<PlayAction> find(int number) {
        return Arrays.stream(values()).filter(action -> action.number == number).findFirst();
    }
}
