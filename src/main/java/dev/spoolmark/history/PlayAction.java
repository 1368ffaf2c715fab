package dev.spoolmark.history;

import dev.spoolmark.activity.ActivityType;
import java.util.Locale;

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

    int number() {
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

    static PlayAction of(int number) {
        for (PlayAction action : values()) {
            if (action.number == number) {
                return action;
            }
        }
        throw new IllegalArgumentException("no action has the number " + number);
    }
}
