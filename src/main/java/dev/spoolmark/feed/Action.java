package dev.spoolmark.feed;

import dev.spoolmark.account.ProfileSection;
import java.util.Locale;
import java.util.Optional;

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

    /// The section of the profile that the action belongs to beside the activity itself; comments and lists have
    /// rules of their own.
    Optional<ProfileSection> section() {
        return switch (this) {
            case WATCHING -> Optional.of(ProfileSection.WATCHING);
            case SCROBBLE, CHECKIN, SEEN -> Optional.of(ProfileSection.HISTORY);
            case COLLECTION -> Optional.of(ProfileSection.COLLECTION);
            case RATING -> Optional.of(ProfileSection.RATINGS);
            case WATCHLIST -> Optional.of(ProfileSection.WATCHLIST);
            case SHOUT, REVIEW, REPLY, CREATED, ITEM_ADDED -> Optional.empty();
        };
    }

    int number() {
        return number;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
