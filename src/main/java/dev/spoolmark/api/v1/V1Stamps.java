package dev.spoolmark.api.v1;

import dev.spoolmark.activity.Stamps;
import dev.spoolmark.catalog.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// When each kind of a person's data last changed, in a v1 answer. Every stamp is there, 0 when nothing ever happened:
/// a client of the time reads them without asking whether they are (`user.md`, user/lastactivity).
final class V1Stamps {

    private V1Stamps() {}

    static V1Object of(Stamps stamps) {
        return new V1Object()
                .put("all", seconds(stamps.newest()))
                .put("movie", toWatch(stamps, Kind.MOVIE))
                .put("show", putOpinions(new V1Object(), stamps, Kind.SHOW))
                .put("episode", toWatch(stamps, Kind.EPISODE));
    }

    /// `watched` is the newest of all ways to have watched.
    private static V1Object toWatch(Stamps stamps, Kind kind) {
        V1Object object = new V1Object()
                .put("watched", newest(stamps, kind, "watched", "scrobble", "seen", "checkin"))
                .put("scrobble", newest(stamps, kind, "scrobble"))
                .put("seen", newest(stamps, kind, "seen"))
                .put("checkin", newest(stamps, kind, "checkin"))
                .put("collection", newest(stamps, kind, "collection"));
        return putOpinions(object, stamps, kind);
    }

    /// `comment` is the newest of shouts and reviews.
    private static V1Object putOpinions(V1Object object, Stamps stamps, Kind kind) {
        return object.put("rating", newest(stamps, kind, "rating"))
                .put("watchlist", newest(stamps, kind, "watchlist"))
                .put("comment", newest(stamps, kind, "comment", "review", "shout"))
                .put("review", newest(stamps, kind, "review"))
                .put("shout", newest(stamps, kind, "shout"));
    }

    private static long newest(Stamps stamps, Kind kind, String... words) {
        Stream<String> areas = Arrays.stream(words).map(word -> kind.word() + "." + word);
        return seconds(stamps.newest(areas));
    }

    private static long seconds(Optional<Instant> instant) {
        return instant.map(Instant::getEpochSecond).orElse(0L);
    }
}
