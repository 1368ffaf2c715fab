package dev.spoolmark.history;

import java.util.Locale;

/// How a play came to be. The numbers stand in the store and never change.
public enum PlayAction {

    /// A player reported it.
    SCROBBLE(1),

    /// Somebody said they were watching, and its time ran out.
    CHECKIN(2),

    /// Somebody said they had watched it elsewhere.
    SEEN(3);

    private final int number;

    PlayAction(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /// The word for it in stamps and answers.
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
