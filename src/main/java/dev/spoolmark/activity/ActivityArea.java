package dev.spoolmark.activity;

import static dev.spoolmark.activity.ActivityType.CHECKIN;
import static dev.spoolmark.activity.ActivityType.COLLECTION;
import static dev.spoolmark.activity.ActivityType.COMMENT;
import static dev.spoolmark.activity.ActivityType.FAVORITE;
import static dev.spoolmark.activity.ActivityType.PAUSED;
import static dev.spoolmark.activity.ActivityType.RATING;
import static dev.spoolmark.activity.ActivityType.REVIEW;
import static dev.spoolmark.activity.ActivityType.SCROBBLE;
import static dev.spoolmark.activity.ActivityType.SEEN;
import static dev.spoolmark.activity.ActivityType.SHOUT;
import static dev.spoolmark.activity.ActivityType.WATCHED;
import static dev.spoolmark.activity.ActivityType.WATCHLIST;

import dev.spoolmark.catalog.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A part of the data of a user that has its own time of the last change.
public enum ActivityArea {
    /// All areas together. It is the first, so that of two concurrent changes of one user the second waits for the
    /// first.
    ALL,
    MOVIE_WATCHED(Kind.MOVIE, WATCHED),
    MOVIE_SCROBBLE(Kind.MOVIE, SCROBBLE),
    MOVIE_CHECKIN(Kind.MOVIE, CHECKIN),
    MOVIE_SEEN(Kind.MOVIE, SEEN),
    MOVIE_PAUSED(Kind.MOVIE, PAUSED),
    MOVIE_COLLECTION(Kind.MOVIE, COLLECTION),
    MOVIE_RATING(Kind.MOVIE, RATING),
    MOVIE_WATCHLIST(Kind.MOVIE, WATCHLIST),
    MOVIE_FAVORITE(Kind.MOVIE, FAVORITE),
    MOVIE_COMMENT(Kind.MOVIE, COMMENT),
    MOVIE_SHOUT(Kind.MOVIE, SHOUT),
    MOVIE_REVIEW(Kind.MOVIE, REVIEW),
    SHOW_RATING(Kind.SHOW, RATING),
    SHOW_WATCHLIST(Kind.SHOW, WATCHLIST),
    SHOW_FAVORITE(Kind.SHOW, FAVORITE),
    SHOW_COMMENT(Kind.SHOW, COMMENT),
    SHOW_SHOUT(Kind.SHOW, SHOUT),
    SHOW_REVIEW(Kind.SHOW, REVIEW),
    SEASON_RATING(Kind.SEASON, RATING),
    SEASON_WATCHLIST(Kind.SEASON, WATCHLIST),
    SEASON_COMMENT(Kind.SEASON, COMMENT),
    SEASON_SHOUT(Kind.SEASON, SHOUT),
    SEASON_REVIEW(Kind.SEASON, REVIEW),
    EPISODE_WATCHED(Kind.EPISODE, WATCHED),
    EPISODE_SCROBBLE(Kind.EPISODE, SCROBBLE),
    EPISODE_CHECKIN(Kind.EPISODE, CHECKIN),
    EPISODE_SEEN(Kind.EPISODE, SEEN),
    EPISODE_PAUSED(Kind.EPISODE, PAUSED),
    EPISODE_COLLECTION(Kind.EPISODE, COLLECTION),
    EPISODE_RATING(Kind.EPISODE, RATING),
    EPISODE_WATCHLIST(Kind.EPISODE, WATCHLIST),
    EPISODE_COMMENT(Kind.EPISODE, COMMENT),
    EPISODE_SHOUT(Kind.EPISODE, SHOUT),
    EPISODE_REVIEW(Kind.EPISODE, REVIEW);

    private static final Map<String, ActivityArea> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(ActivityArea::key, Function.identity()));

    private final String key;

    ActivityArea() {
        this.key = name().toLowerCase(Locale.ROOT);
    }

    ActivityArea(Kind kind, ActivityType type) {
        this.key = key(kind, type);
    }

    /// @throws IllegalArgumentException if items of the kind have no such data
    public static ActivityArea of(Kind kind, ActivityType type) {
        return of(key(kind, type));
    }

    /// @throws IllegalArgumentException if no area has the key
    public static ActivityArea of(String key) {
        @Nullable ActivityArea area = BY_KEY.get(key);
        if (area == null) {
            throw new IllegalArgumentException("no activity area has the key " + key);
        }
        return area;
    }

    /// The stored name: `all`, `movie.rating`, `episode.watched`, …
    public String key() {
        return key;
    }

    private static String key(Kind kind, ActivityType type) {
        return kind.key() + "." + type.name().toLowerCase(Locale.ROOT);
    }
}
