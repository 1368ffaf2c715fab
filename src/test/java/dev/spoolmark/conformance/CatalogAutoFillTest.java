package dev.spoolmark.conformance;

import static dev.spoolmark.conformance.Eventually.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.artwork.TestImages;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.metadata.StubTvmaze;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A server with an empty catalog and a metadata source: requests of clients fill the catalog.
class CatalogAutoFillTest {

    private static final String SCROBBLE = String.format(Locale.ROOT, """
            "tvdb_id": %d, "season": 1, "episode": 1, "duration": 60, "progress": 90
            """, StubTvmaze.TVDB);

    private static final Pattern POSTER = Pattern.compile("\"poster\":\"http://host([^\"]*)\\.jpg\"");

    private final StubTvmaze tvmaze = new StubTvmaze();
    private final TestClock clock = new TestClock();
    private TestServer server = TestServer.startEmpty(clock, tvmaze.settings());
    private TestUsers users = new TestUsers(server.features());
    private V1Client v1 = new V1Client(server.port());

    @AfterEach
    void stop() {
        server.close();
        tvmaze.close();
    }

    @Test
    void aScrobbleOfAnUnknownShowLoadsTheWholeShow() {
        clock.set(Instant.parse("2012-05-01T12:00:00Z"));
        v1.post("show/scrobble")
                .as(users.ann())
                .with(SCROBBLE)
                .ok()
                .node("status")
                .isEqualTo("success");

        waitUntil(() -> show().contains("Game of Thrones"));
        assertThat(show()).contains("\"network\":\"HBO\"", "\"imdb_id\":\"tt0944947\"", "Based on the bestselling");
        v1.get("show/seasons", "/" + StubTvmaze.TVDB).send().ok().isArray().hasSize(8);
        v1.get("show/season", "/" + StubTvmaze.TVDB + "/8")
                .send()
                .ok()
                .isArray()
                .hasSize(6);
        v1.get("show/season", "/" + StubTvmaze.TVDB + "/1")
                .basic(users.ann())
                .send()
                .ok()
                .inPath("[0].watched")
                .isEqualTo(true);
        v1.get("calendar/shows", "/20120506/1")
                .send()
                .ok()
                .inPath("[0].episodes[0].episode.title")
                .isEqualTo("The Old Gods and the New");
        v1.get("user/watched", "/ann").send().ok().inPath("[0].episode.title").isEqualTo("Winter is Coming");
        v1.get("search/shows", "?query=game+of+thrones").send().ok().isArray().hasSize(1);
    }

    @Test
    void thePosterIsFetchedOnceAndServedInThreeSizes() throws Exception {
        tvmaze.poster(TestImages.jpeg(680, 1000));
        v1.post("show/scrobble").as(users.ann()).with(SCROBBLE).ok();
        waitUntil(() -> show().contains("/images/posters/"));
        Matcher poster = POSTER.matcher(show());
        assertThat(poster.find()).isTrue();
        String address = v1.base() + poster.group(1);

        try (HttpClient client = HttpClient.newHttpClient()) {
            for (var size : Map.of("", 680, "-138", 138, "-300", 300).entrySet()) {
                URI sized = URI.create(address + size.getKey() + ".jpg");
                HttpResponse<byte[]> picture =
                        client.send(HttpRequest.newBuilder(sized).build(), BodyHandlers.ofByteArray());

                assertThat(picture.statusCode()).isEqualTo(200);
                assertThat(TestImages.width(picture.body())).isEqualTo(size.getValue());
            }
        }
        assertThat(tvmaze.server.lines()).containsOnlyOnce("GET /poster.jpg");
    }

    @Test
    void aScrobbleIsStoredIfTheSourceIsUnreachable() {
        tvmaze.close();

        v1.post("show/scrobble")
                .as(users.ann())
                .with(SCROBBLE)
                .ok()
                .node("status")
                .isEqualTo("success");

        waitUntil(() ->
                !server.features().metadataSources().jobs().state().errors().isEmpty());
        v1.get("user/watched", "/ann").send().ok().isArray().hasSize(1);
        assertThat(server.features()
                        .metadataSources()
                        .jobs()
                        .state()
                        .errors()
                        .getFirst()
                        .text())
                .isEqualTo("tvmaze cannot be reached or hung up");
    }

    @Test
    void aSummaryOfAnUnknownIdIsLookedUpDuringTheRequest() {
        assertThat(show()).contains("Game of Thrones");
        v1.get("show/summary", "/tt0944947").send().ok();
    }

    @Test
    void anIdThatNoSourceKnowsIsNotStored() {
        v1.get("show/summary", "/999999").send().fails(404, "show not found");
        v1.get("show/summary", "/999999").send().fails(404, "show not found");

        assertThat(tvmaze.server.lines()).containsExactly("GET /lookup/shows?thetvdb=999999");
        assertThat(server.features().metadataSources().jobs().state().pending()).isZero();
        v1.get("shows/updated", "/0").send().ok().node("shows").isArray().isEmpty();
    }

    @Test
    void aSearchForAnIdIsLookedUp() {
        v1.get("search/shows", "?query=tt0944947")
                .send()
                .ok()
                .inPath("[0].title")
                .isEqualTo("Game of Thrones");
    }

    @Test
    void aSearchForWordsCausesNoLookup() {
        v1.get("search/shows", "?query=game").send().ok().isArray().isEmpty();

        assertThat(tvmaze.server.requests()).isEmpty();
    }

    @Test
    void summariesOfSeveralShowsCauseNoLookup() {
        v1.get("show/summaries", "/" + StubTvmaze.TVDB + ",tt0944947").send().fails(404, "show not found");

        assertThat(tvmaze.server.requests()).isEmpty();
    }

    @Test
    void aRequestWaitsAtMostTwoSecondsForASource() {
        tvmaze.server.on("/lookup/shows?thetvdb=" + StubTvmaze.TVDB, tvmaze.server.silence());

        long before = System.nanoTime();
        v1.get("show/summary", "/" + StubTvmaze.TVDB).send().fails(404, "show not found");

        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(4));
    }

    @Test
    void aRequestThatWaitsForASourceHoldsNoPermit() throws InterruptedException {
        server.close();
        String[] settings = Arrays.copyOf(tvmaze.settings(), tvmaze.settings().length + 1);
        settings[settings.length - 1] = "SPOOLMARK_LIMITS_CONCURRENT=1";
        server = TestServer.startEmpty(clock, settings);
        users = new TestUsers(server.features());
        v1 = new V1Client(server.port());
        tvmaze.server.on("/lookup/shows?thetvdb=" + StubTvmaze.TVDB, tvmaze.server.silence());
        AtomicBoolean over = new AtomicBoolean();

        Thread waiting = Thread.ofVirtual().start(() -> {
            show();
            over.set(true);
        });
        waitUntil(() -> !tvmaze.server.lines().isEmpty());
        v1.get("server/time", "").send().ok();

        assertThat(over).isFalse();
        waiting.join();
    }

    @Test
    void aShowFromAFileIsLookedUpWhenASignedInUserReadsIt() {
        new CatalogImport(server.features().database(), clock, server.features().catalog())
                .apply(List.of(new ShowItem(
                        Ids.ofTvdb(StubTvmaze.TVDB),
                        "Game of Thrones",
                        2011,
                        ShowFacts.NONE,
                        List.of(),
                        List.of(),
                        null)));

        assertThat(show()).doesNotContain("HBO");
        assertThat(server.features().metadataSources().jobs().state().due()).isZero();
        v1.get("show/summary", "/" + StubTvmaze.TVDB).basic(users.ann()).send().ok();

        waitUntil(() -> show().contains("\"network\":\"HBO\""));
    }

    @Test
    void aServerWithoutSourcesSendsNoRequests() {
        server.close();
        server = TestServer.startEmpty(
                clock,
                "SPOOLMARK_SOURCES_TVMAZE_URL=" + tvmaze.server.address(),
                "SPOOLMARK_SOURCES_ALLOW_PRIVATE=tvmaze");
        users = new TestUsers(server.features());
        v1 = new V1Client(server.port());

        v1.post("show/scrobble").as(users.ann()).with(SCROBBLE).ok();
        v1.get("show/summary", "/tt0944947").send().fails(404, "show not found");

        assertThat(server.features().metadataSources().sources().all()).isEmpty();
        assertThat(server.features().metadataSources().worker().runDue()).isZero();
        assertThat(tvmaze.server.requests()).isEmpty();
    }

    private String show() {
        return v1.get("show/summary", "/" + StubTvmaze.TVDB).send().text();
    }
}
