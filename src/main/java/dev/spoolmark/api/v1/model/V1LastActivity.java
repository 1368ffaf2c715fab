package dev.spoolmark.api.v1.model;

import dev.spoolmark.activity.LastChanged;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.http.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// When each kind of a person's data last changed, in a v1 answer. Every stamp is there, 0 when nothing ever
/// happened: a client of the time reads them without asking whether they are
/// (`docs/spec/v1/user.md#userlastactivity`).
public final class V1LastActivity {

    private V1LastActivity() {}

    public static JsonObject of(LastChanged stamps) {
        return new JsonObject()
                .put("all", seconds(stamps.newest()))
                .put("movie", toWatch(stamps, Kind.MOVIE))
                .put("show", putOpinions(new JsonObject(), stamps, Kind.SHOW))
                .put("episode", toWatch(stamps, Kind.EPISODE));
    }

    /// `watched` is the newest of all ways to have watched.
    private static JsonObject toWatch(LastChanged stamps, Kind kind) {
        JsonObject object = new JsonObject()
                .put("watched", newest(stamps, kind, "watched", "scrobble", "seen", "checkin"))
                .put("scrobble", newest(stamps, kind, "scrobble"))
                .put("seen", newest(stamps, kind, "seen"))
                .put("checkin", newest(stamps, kind, "checkin"))
                .put("collection", newest(stamps, kind, "collection"));
        return putOpinions(object, stamps, kind);
    }

    /// `comment` is the newest of shouts and reviews.
    private static JsonObject putOpinions(JsonObject object, LastChanged stamps, Kind kind) {
        return object.put("rating", newest(stamps, kind, "rating"))
                .put("watchlist", newest(stamps, kind, "watchlist"))
                .put("comment", newest(stamps, kind, "comment", "review", "shout"))
                .put("review", newest(stamps, kind, "review"))
                .put("shout", newest(stamps, kind, "shout"));
    }

    private static long newest(LastChanged stamps, Kind kind, String... words) {
        Stream<String> areas = Arrays.stream(words).map(word -> kind.key() + "." + word);
        return seconds(stamps.newest(areas));
    }

    private static long seconds(Optional<Instant> instant) {
        return instant.map(Instant::getEpochSecond).orElse(0L);
    }
}
