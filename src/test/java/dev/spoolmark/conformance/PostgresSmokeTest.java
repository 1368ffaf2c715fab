package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.http.ApiMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.javacrumbs.jsonunit.assertj.JsonAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Runs v1 over HTTP with PostgreSQL: a typical session of a user, and every method without a server error. The
/// responses of each method are checked in its own test.
class PostgresSmokeTest {

    private static final String SHOW = "\"tvdb_id\": 213221, \"title\": \"Portlandia\", \"year\": 2011";
    private static final String MOVIE = "\"tmdb_id\": 272, \"title\": \"Batman Begins\", \"year\": 2005";
    private static final String FIRST = SHOW + ", \"season\": 1, \"episode\": 1";

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)\\??}");
    private static final Map<String, String> ARGUMENTS = Map.ofEntries(
            Map.entry("apikey", V1Client.KEY),
            Map.entry("username", "ann"),
            Map.entry("slug", "rainy-days"),
            Map.entry("season", "1"),
            Map.entry("episode", "1"),
            Map.entry("query", "portlandia"),
            Map.entry("date", "20130620"),
            Map.entry("days", "7"),
            Map.entry("timestamp", "0"),
            Map.entry("rating", "all"),
            Map.entry("types", "all"),
            Map.entry("actions", "all"),
            Map.entry("start_ts", "0"),
            Map.entry("end_ts", "2000000000"),
            Map.entry("extended", "full"),
            Map.entry("hidewatched", "hidewatched"),
            Map.entry("sort", "activity"),
            Map.entry("type", "all"),
            Map.entry("limit", "5"),
            Map.entry("seasons", "1"));

    /// A body with the members of all writes.
    private static final String EVERYTHING = """
            "tvdb_id": 213221, "tmdb_id": 272, "season": 1, "episode": 1, "duration": 30, "progress": 90, "rating": 8,
            "movies": [{"tmdb_id": 272, "rating": 9}, {"title": "Of Nobody", "year": 2001, "rating": 2}],
            "shows": [{"tvdb_id": 213221, "rating": 9}, {"title": "Of Nobody", "year": 2001, "rating": 2}],
            "episodes": [{"season": 1, "episode": 1, "tvdb_id": 213221, "rating": 9}],
            "slug": "rainy-days", "name": "Rainy days", "items": [{"type": "movie", "tmdb_id": 272}],
            "user": "cem", "friend": "cem", "comment": "Fine.", "shout": "Fine.", "email": "ann@example.org"
            """;

    private final TestClock clock = new TestClock();
    private TestServer server;
    private TestUsers users;
    private V1Client v1;

    @BeforeEach
    void start() {
        server = TestServer.startOver(TestDatabases.open(Engine.POSTGRESQL), clock);
        users = new TestUsers(server.features());
        v1 = new V1Client(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anEpisodeIsScrobbledAndMarkedUnseen() {
        write("show/watching", FIRST + ", \"duration\": 30, \"progress\": 10");
        read("user/watching", "/ann").node("episode.number").isEqualTo(1);
        read("show/watchingnow", "/portlandia").isArray().hasSize(1);

        skip20Minutes();
        write("show/scrobble", FIRST + ", \"duration\": 30, \"progress\": 99");
        read("user/watching", "/ann").isArray().isEmpty();
        read("user/progress/watched", "/ann/213221")
                .node("[0].next_episode.number")
                .isEqualTo(2);
        read("user/lastactivity", "/ann").node("episode.scrobble").isEqualTo(currentSecond());
        read("activity/user", "/ann").node("activity[0].action").isEqualTo("scrobble");
        read("shows/trending", "").node("[0].title").isEqualTo("Portlandia");

        skip20Minutes();
        write("show/episode/unseen", SHOW + ", \"episodes\": [{\"season\": 1, \"episode\": 1}]");
        read("user/lastactivity", "/ann").node("episode.scrobble").isEqualTo(currentSecond());
        read("user/library/shows/watched", "/ann/min").isArray().isEmpty();
        read("user/progress/watched", "/ann/213221")
                .node("[0].next_episode.number")
                .isEqualTo(1);
    }

    @Test
    void aCheckinBecomesAPlayWhenItEnds() {
        write("movie/checkin", MOVIE + ", \"duration\": 140")
                .node("timestamps.active_for")
                .isEqualTo(8400);
        write("show/checkin", FIRST).node("wait").isEqualTo(8400);

        clock.forward(Duration.ofHours(3));
        read("user/watched/movies", "/ann").isArray().hasSize(1);
        read("movie/stats", "/272").node("checkins.all").isEqualTo(1);
        write("show/checkin", FIRST).node("status").isEqualTo("success");
        write("show/cancelcheckin", "").node("status").isEqualTo("success");
    }

    @Test
    void librariesListsRatingsAndProfilesWork() {
        write("movie/seen", "\"movies\": [{" + MOVIE + "}, {\"title\": \"Of Nobody\", \"year\": 2001}, {}]")
                .node("skipped")
                .isEqualTo(1);
        write("movie/library", "\"movies\": [{" + MOVIE + "}]").node("inserted").isEqualTo(1);
        write("show/watchlist", "\"shows\": [{" + SHOW + "}]").node("inserted").isEqualTo(1);
        write("rate/movie", MOVIE + ", \"rating\": 9").node("ratings.votes").isEqualTo(1);
        write("comment/movie", MOVIE + ", \"comment\": \"Dark, tense, well cast.\"");
        write("lists/add", "\"name\": \"Rainy days\", \"privacy\": \"private\"");
        write("lists/items/add", "\"slug\": \"rainy-days\", \"items\": [{\"type\": \"movie\", \"tmdb_id\": 272}]")
                .node("inserted")
                .isEqualTo(1);

        read("user/library/movies/all", "/ann").isArray().hasSize(2);
        read("user/watchlist/shows", "/ann").isArray().hasSize(1);
        read("user/ratings/movies", "/ann").node("[0].rating_advanced").isEqualTo(9);
        read("movie/comments", "/272").node("[0].user_ratings.rating_advanced").isEqualTo(9);
        read("user/list", "/ann/rainy-days").node("items").isArray().hasSize(1);
        v1.get("user/list", "/ann/rainy-days").basic(users.dora()).send().fails(200, "list not found");
        v1.get("user/profile", "/bob")
                .basic(users.cem())
                .send()
                .ok()
                .node("joined")
                .isEqualTo(0);
        read("search/movies", "?query=batman").node("[0].title").isEqualTo("Batman Begins");
        read("search/movies", "?query=nobody").isArray().isEmpty();
    }

    @Test
    void noMethodFailsWithAServerError() {
        List<ApiMethod<?>> methods = server.methods();

        assertThat(methods.stream().filter(method -> !method.isGet()))
                .allSatisfy(
                        method -> assertThat(sendEverything(method).status()).isLessThan(500));
        write("lists/add", "\"name\": \"Rainy days\"").node("slug").isEqualTo("rainy-days");
        assertThat(methods.stream().filter(ApiMethod::isRead))
                .allSatisfy(
                        method -> assertThat(sendEverything(method).status()).isEqualTo(200));
    }

    private V1Response sendEverything(ApiMethod<?> method) {
        String title = method.path().contains("/movie") ? "272" : "213221";
        String path = PARAMETER.matcher(method.path()).replaceAll(name -> ARGUMENTS.getOrDefault(name.group(1), title));
        return v1.send("POST", path).as(users.ann()).with(method.isGet() ? "" : EVERYTHING);
    }

    private JsonAssert.ConfigurableJsonAssert write(String method, String members) {
        return v1.post(method).as(users.ann()).with(members).ok();
    }

    private JsonAssert.ConfigurableJsonAssert read(String method, String parameters) {
        return v1.get(method, parameters).basic(users.ann()).send().ok();
    }

    private void skip20Minutes() {
        clock.forward(Duration.ofMinutes(20));
    }

    private long currentSecond() {
        return clock.instant().getEpochSecond();
    }
}
