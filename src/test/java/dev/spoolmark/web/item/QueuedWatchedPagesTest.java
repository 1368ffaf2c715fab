package dev.spoolmark.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.db.Engine;
import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What a phone sends after it had no connection.
@ParameterizedClass
@EnumSource(Engine.class)
class QueuedWatchedPagesTest {

    private static final Instant FIRST = Instant.parse("2012-01-01T20:00:00Z");
    private static final String KEY = "0123456789abcdef";

    @Parameter
    Engine engine;

    ItemPagesFixture fixture;

    @BeforeEach
    void start() {
        fixture = new ItemPagesFixture(engine);
        fixture.show("Long Evening", FIRST, 3, 2);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private String user(String name) {
        return Long.toString(fixture.account(name).id().value());
    }

    private String episode() {
        return fixture.ann
                .get("/s/long-evening/1/1")
                .page()
                .expectFirst("main input[name=item]")
                .val();
    }

    private String at(Duration before) {
        return Long.toString(fixture.clock.instant().minus(before).toEpochMilli());
    }

    private Map<String, String> press(String... namesAndValues) {
        Map<String, String> values = new HashMap<>(
                Map.of("item", episode(), "user", user("ann"), "key", KEY, "at", at(Duration.ofHours(30))));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    private static String send(PageClient client, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.putIfAbsent(
                "_csrf",
                client.get("/offline").page().expectFirst("input[name=_csrf]").val());
        client.post("/track/queued", all);
        return client.text();
    }

    private List<String> plays(PageClient client) {
        return client.get("/s/long-evening/1/1").page().select(".plays time").eachAttr("datetime");
    }

    @Test
    void aPressIsStoredOnceWithItsOwnTime() {
        Map<String, String> press = press();

        assertThat(send(fixture.ann, press)).isEqualTo("{\"result\":\"stored\"}");
        assertThat(fixture.ann.header("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(send(fixture.ann, press)).isEqualTo("{\"result\":\"stored\"}");

        assertThat(plays(fixture.ann)).containsExactly("2013-06-23T06:00:00Z");
    }

    @Test
    void aPressWhoseResponseWasLostIsNotStoredAgain() {
        Map<String, String> press = press();
        Map<String, String> online = new HashMap<>(Map.of("item", press.get("item"), "key", KEY, "back", "/"));
        online.put(
                "_csrf",
                fixture.ann
                        .get("/offline")
                        .page()
                        .expectFirst("input[name=_csrf]")
                        .val());
        fixture.ann.post("/track/watched", online);

        assertThat(send(fixture.ann, press)).isEqualTo("{\"result\":\"stored\"}");
        assertThat(plays(fixture.ann)).hasSize(1);
    }

    @Test
    void aPlayThatWasDeletedInTheMeantimeStaysDeleted() {
        Map<String, String> press = press();
        send(fixture.ann, press);
        fixture.ann.get("/history").submit("Delete Long Evening, S1 E1 · Part 1");

        assertThat(send(fixture.ann, press)).isEqualTo("{\"result\":\"stored\"}");
        assertThat(plays(fixture.ann)).isEmpty();
    }

    @Test
    void thePressOfAnotherUserIsNotStored() {
        assertThat(send(fixture.bob, press())).isEqualTo("{\"result\":\"other_user\"}");

        assertThat(plays(fixture.bob)).isEmpty();
        assertThat(plays(fixture.ann)).isEmpty();
    }

    @Test
    void withoutASessionOrItsTokenNothingIsStored() {
        Map<String, String> press = press("_csrf", "x");
        try (PageClient visitor = new PageClient(fixture.server.port())) {
            visitor.post("/track/queued", press);
            assertThat(visitor.status()).isEqualTo(303);
            assertThat(visitor.header("Location").orElseThrow()).startsWith("/signin");
        }
        fixture.ann.post("/track/queued", press);
        assertThat(fixture.ann.status()).isEqualTo(403);

        assertThat(plays(fixture.ann)).isEmpty();
    }

    @Test
    void everythingUpToAnEpisodeIsMarkedAsOfThePress() {
        String last = fixture.ann
                .get("/s/long-evening/1/3")
                .page()
                .expectFirst("main input[name=item]")
                .val();

        assertThat(send(fixture.ann, press("item", last, "scope", "up_to"))).isEqualTo("{\"result\":\"stored\"}");
        assertThat(send(fixture.ann, press("item", last, "scope", "up_to", "key", "another-press-of-it")))
                .isEqualTo("{\"result\":\"before\"}");

        assertThat(plays(fixture.ann)).containsExactly("2013-06-23T06:00:00Z");
    }

    @Test
    void anItemThatTheUserMayNotSeeIsGone() {
        MovieRef secret = new MovieRef(Ids.NONE, "Secret Holiday Film", 1999);
        MovieId id = fixture.server
                .features()
                .catalog()
                .findOrCreateMovies(List.of(secret))
                .values()
                .iterator()
                .next();
        fixture.server.features().watchlist().addMovies(fixture.account("ann").id(), List.of(id));
        Map<String, String> press = press("item", "movie-" + id.value(), "user", user("bob"));

        assertThat(send(fixture.bob, press)).isEqualTo("{\"result\":\"gone\"}");
        press.put("item", "movie-99999999");
        assertThat(send(fixture.bob, press)).isEqualTo("{\"result\":\"gone\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "key, short, invalid",
        "key, '', invalid",
        "at, -1, invalid",
        "at, ١٢٣, invalid",
        "at, 9999999999999999, invalid",
        "at, 999999999999999, future",
        "at, 0, old",
        "item, episode-0, gone",
        "item, person-1, gone",
        "item, '', gone",
        "user, '', other_user",
        "user, 1e3, other_user"
    })
    void oddValuesStoreNothing(String field, String value, String result) {
        assertThat(send(fixture.ann, press(field, value))).isEqualTo("{\"result\":\"" + result + "\"}");
        assertThat(plays(fixture.ann)).isEmpty();
    }

    @Test
    void aPressOfAClockThatIsAheadOrOlderThanTheKeysIsNotStored() {
        assertThat(send(fixture.ann, press("at", at(Duration.ofMinutes(-2))))).contains("future");
        assertThat(send(fixture.ann, press("at", at(QueuedWatchedActions.OLDEST.plusSeconds(1)))))
                .contains("old");
        assertThat(send(fixture.ann, press("at", at(QueuedWatchedActions.OLDEST))))
                .contains("stored");
    }
}
