package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server whose clock was four years ahead for a while: once it is right again no write is refused, and each one
/// moves `user/lastactivity`.
class ClockAheadTest extends V1Conformance {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration AHEAD = Duration.ofDays(4 * 365);

    /// Methods with the members of their bodies, and the area of `user/lastactivity` that each moves.
    private record Write(String method, String members, String area) {}

    private static final List<Write> WRITES = List.of(
            new Write("rate/movie", "\"tmdb_id\": 272, \"rating\": %d", "/movie/rating"),
            new Write("rate/show", "\"tvdb_id\": 213221, \"rating\": %d", "/show/rating"),
            new Write(
                    "rate/episode",
                    "\"tvdb_id\": 213221, \"season\": 1, \"episode\": 1, \"rating\": %d",
                    "/episode/rating"),
            new Write("movie/watchlist", "\"tmdb_id\": 194", "/movie/watchlist"),
            new Write("movie/unwatchlist", "\"tmdb_id\": 194", "/movie/watchlist"),
            new Write("show/watchlist", "\"tvdb_id\": 153021", "/show/watchlist"),
            new Write("show/unwatchlist", "\"tvdb_id\": 153021", "/show/watchlist"),
            new Write("movie/library", "\"tmdb_id\": 194", "/movie/collection"),
            new Write("movie/unlibrary", "\"tmdb_id\": 194", "/movie/collection"),
            new Write("movie/seen", "\"tmdb_id\": 593", "/movie/seen"),
            new Write("movie/unseen", "\"tmdb_id\": 593", "/movie/watched"),
            new Write(
                    "show/episode/seen",
                    "\"tvdb_id\": 213221, \"episodes\": [{\"season\": 1, \"episode\": 2}]",
                    "/episode/seen"),
            new Write(
                    "show/episode/unseen",
                    "\"tvdb_id\": 213221, \"episodes\": [{\"season\": 1, \"episode\": 2}]",
                    "/episode/watched"),
            new Write("movie/watching", "\"tmdb_id\": 272, \"duration\": 140, \"progress\": 10", ""),
            new Write("movie/scrobble", "\"tmdb_id\": 272, \"duration\": 140, \"progress\": 95", "/movie/scrobble"),
            new Write(
                    "show/scrobble",
                    "\"tvdb_id\": 213221, \"season\": 1, \"episode\": 3, \"duration\": 30, \"progress\": 95",
                    "/episode/scrobble"),
            new Write("movie/checkin", "\"tmdb_id\": 37799, \"duration\": 120", ""),
            new Write("movie/cancelcheckin", "", ""),
            new Write("comment/movie", "\"tmdb_id\": 272, \"comment\": \"A tense start.\"", "/movie/shout"),
            new Write("comment/show", "\"tvdb_id\": 213221, \"comment\": \"A funny city.\"", "/show/shout"),
            new Write("lists/add", "\"name\": \"List %d\", \"privacy\": \"public\"", ""),
            new Write("network/follow", "\"user\": \"cem\"", ""),
            new Write("network/unfollow", "\"user\": \"cem\"", ""));

    @Test
    void everyWriteWorksAndMovesItsTimeOnceTheClockIsRight() {
        Instant right = clock.instant();
        clock.set(right.plus(AHEAD));
        carryOut(1);
        clock.set(right.plus(Duration.ofMinutes(5)));

        SoftAssertions every = new SoftAssertions();
        for (Write write : WRITES) {
            long all = time("/all");
            long area = time(write.area());
            clock.forward(Duration.ofSeconds(10));
            V1Response response = send(write, 2);
            every.assertThat(response.text()).as(write.method()).contains("success");
            if (!write.area().isEmpty()) {
                every.assertThat(time(write.area()))
                        .as("%s moves %s: %s", write.method(), write.area(), response.text())
                        .isGreaterThan(area);
                every.assertThat(time("/all"))
                        .as("%s moves all", write.method())
                        .isGreaterThan(all);
            }
        }
        every.assertAll();
    }

    private void carryOut(int round) {
        for (Write write : WRITES) {
            assertThat(send(write, round).text()).as(write.method()).contains("success");
            clock.forward(Duration.ofSeconds(10));
        }
    }

    private V1Response send(Write write, int round) {
        return v1.post(write.method()).as(users.ann()).with(write.members().replace("%d", Integer.toString(3 + round)));
    }

    private long time(String area) {
        if (area.isEmpty()) {
            return 0;
        }
        JsonNode activity =
                JSON.readTree(v1.get("user/lastactivity", "/ann").send().text());
        return activity.at(area).asLong();
    }
}
