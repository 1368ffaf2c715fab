package dev.spoolmark.api.v1.model;

import static dev.spoolmark.activity.ActivityType.CHECKIN;
import static dev.spoolmark.activity.ActivityType.COLLECTION;
import static dev.spoolmark.activity.ActivityType.COMMENT;
import static dev.spoolmark.activity.ActivityType.RATING;
import static dev.spoolmark.activity.ActivityType.REVIEW;
import static dev.spoolmark.activity.ActivityType.SCROBBLE;
import static dev.spoolmark.activity.ActivityType.SEEN;
import static dev.spoolmark.activity.ActivityType.SHOUT;
import static dev.spoolmark.activity.ActivityType.WATCHED;
import static dev.spoolmark.activity.ActivityType.WATCHLIST;

import dev.spoolmark.activity.ActivityArea;
import dev.spoolmark.activity.ActivityType;
import dev.spoolmark.activity.LastChanged;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.http.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// The time of the last change of each kind of data of a user, in a response. All members are present, 0 if
/// nothing has changed: old clients read them without checking (`docs/spec/v1/user.md#userlastactivity`).
public final class V1LastActivity {

    private V1LastActivity() {}

    public static JsonObject of(LastChanged stamps) {
        return new JsonObject()
                .put("all", seconds(stamps.newest()))
                .put("movie", toWatch(stamps, Kind.MOVIE))
                .put("show", putOpinionStamps(new JsonObject(), stamps, Kind.SHOW))
                .put("episode", toWatch(stamps, Kind.EPISODE));
    }

    /// `watched` is the newest of all kinds of plays.
    private static JsonObject toWatch(LastChanged stamps, Kind kind) {
        JsonObject object = new JsonObject()
                .put("watched", newest(stamps, kind, WATCHED, SCROBBLE, SEEN, CHECKIN))
                .put("scrobble", newest(stamps, kind, SCROBBLE))
                .put("seen", newest(stamps, kind, SEEN))
                .put("checkin", newest(stamps, kind, CHECKIN))
                .put("collection", newest(stamps, kind, COLLECTION));
        return putOpinionStamps(object, stamps, kind);
    }

    /// `comment` is the newest of shouts and reviews.
    private static JsonObject putOpinionStamps(JsonObject object, LastChanged stamps, Kind kind) {
        return object.put("rating", newest(stamps, kind, RATING))
                .put("watchlist", newest(stamps, kind, WATCHLIST))
                .put("comment", newest(stamps, kind, COMMENT, REVIEW, SHOUT))
                .put("review", newest(stamps, kind, REVIEW))
                .put("shout", newest(stamps, kind, SHOUT));
    }

    private static long newest(LastChanged stamps, Kind kind, ActivityType... types) {
        return seconds(stamps.newest(Arrays.stream(types).map(type -> ActivityArea.of(kind, type))));
    }

    private static long seconds(Optional<Instant> instant) {
        return instant.map(Instant::getEpochSecond).orElse(0L);
    }
}
