package dev.spoolmark.feed;

import java.util.Locale;

/// Kinds of activity. The numbers are part of the ids of entries and never change.
public enum Action {
    WATCHING(0),
    SCROBBLE(1),
    CHECKIN(2),
    SEEN(3),
    COLLECTION(4),
    RATING(5),
    WATCHLIST(6),
    SHOUT(7),
    REVIEW(8),
    CREATED(9),
    ITEM_ADDED(10),
    /// A comment on another comment.
    REPLY(11);

    private final int number;

    Action(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
