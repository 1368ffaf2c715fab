package dev.spoolmark.conformance;

import static dev.spoolmark.conformance.Eventually.waitUntil;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.app.cli.Script;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.http.client.StubServer;
import dev.spoolmark.http.client.StubServer.StubResponse;
import dev.spoolmark.http.client.UpstreamClientFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.javacrumbs.jsonunit.assertj.JsonAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Plays are stored whatever a source responds, and `catalog status` reports the failure and the next attempt in
/// one line. The clock stands still at 2013-06-25T04:00:00Z.
class SourceFailureTest {

    private static final String TOKEN = "canary-token";
    private static final String EMBEDDED = "?embed%5B%5D=cast&embed%5B%5D=images&embed%5B%5D=akas";

    private final Path data = TestDatabases.folder();
    private final TestClock clock = new TestClock();
    private final StubServer elsewhere = new StubServer();
    private StubServer stub = new StubServer();
    private TestServer server;
    private V1Client v1;
    private TestUser ann;
    private Script script;

    @AfterEach
    void stop() {
        server.close();
        stub.close();
        elsewhere.close();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        "is slow", (Function<StubServer, StubResponse>) StubServer::silence, "did not answer in time"),
                failure("answers 500", StubServer.status(500), "answered 500"),
                failure(
                        "sends a page instead of JSON",
                        StubServer.body(200, "application/json", "<!doctype html><p>busy".getBytes(UTF_8)),
                        "answered something that is not application/json"),
                failure("stops in mid-sentence", StubServer.json("{\"id\":"), "answered JSON that cannot be read"),
                failure(
                        "sends fifty megabytes",
                        StubServer.endless("{", 50L * 1024 * 1024),
                        "answered more than 5242880 bytes; the rest was not read"),
                failure(
                        "sends a wrong gzip",
                        StubServer.packed("{}".getBytes(UTF_8)),
                        "answered something that cannot be unpacked"),
                failure(
                        "sends half a gzip",
                        StubServer.packed(
                                Arrays.copyOf(StubServer.gzip("{\"a\":\"some more of it\"}".getBytes(UTF_8)), 20)),
                        "answered something that cannot be unpacked"),
                failure(
                        "redirects to the cloud's secrets",
                        StubServer.redirect("http://169.254.169.254/latest/meta-data/"),
                        "leads to an address without https, which is not followed"),
                failure(
                        "redirects to them safely",
                        StubServer.redirect("https://169.254.169.254/"),
                        "leads to a host that is not its own, which is not followed"));
    }

    private static Arguments failure(String subject, StubResponse reply, String line) {
        return Arguments.of(subject, (Function<StubServer, StubResponse>) _ -> reply, line);
    }

    @ParameterizedTest(name = "a source that {0}")
    @MethodSource("failures")
    void aFailingSourceDoesNotPreventPlays(String subject, Function<StubServer, StubResponse> reply, String line) {
        stub.otherwise(reply.apply(stub));
        start();

        scrobble(1);

        assertFailureIsReported(line);
    }

    @Test
    void anUnreachableSourceDoesNotPreventPlays() {
        stub.close();
        start();

        scrobble(1);

        assertFailureIsReported("cannot be reached or hung up");
    }

    @Test
    void nothingIsSentToASourceWithAnUnsignedCertificate() {
        stub.close();
        stub = StubServer.unsigned();
        start(StubServer.patient(clock));

        scrobble(1);

        assertFailureIsReported("could not be spoken to safely (TLS)");
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void redirectsIntoThePrivateNetworkAreNotFollowed() {
        stub.otherwise(StubServer.redirect(elsewhere.address() + "/"));
        start();

        scrobble(1);

        assertFailureIsReported("leads to an address without https, which is not followed");
        assertThat(elsewhere.requests()).isEmpty();
    }

    @Test
    void retryAfterPausesTheSource() {
        stub.otherwise(StubServer.status(429, "Retry-After", "120"));
        start();

        scrobble(1);

        assertFailureIsReported("asks to be left alone for a while (429)");
        assertThat(status())
                .contains("tvmaze is paused until 2013-06-25T04:02:00Z\n")
                .contains("tmdb is paused until 2013-06-25T04:02:00Z\n");
    }

    @Test
    void playsAreStoredWhileASourceIsSlow() {
        stub.otherwise(stub.silence());
        start(UpstreamClientFactory.of("1.2.3", clock));

        scrobble(1);
        waitUntil(() -> !stub.lines().isEmpty());

        IntStream.rangeClosed(2, 9).forEach(this::scrobble);
        watched().isArray().hasSize(9);
        assertThat(status()).contains("1 pending, 0 found, 0 not found at any source;");
    }

    @Test
    void aResultForAnotherShowIsNotUsed() {
        stub.on("/lookup/shows?thetvdb=5", "{\"id\":9,\"name\":\"Theirs\",\"externals\":{\"thetvdb\":6}}");
        start();

        scrobble(1);

        assertWarningIsReported("TVDB 5: tvmaze: answered thetvdb=5 with another show (Theirs);"
                + " next lookup after 2013-07-25T04:00:00Z");
        watched().inPath("[0].show.title").isEqualTo("TVDB 5");
    }

    @Test
    void anIdOfAnotherShowIsNotMoved() {
        stub.on("/lookup/shows?thetvdb=6", "{\"id\":8,\"name\":\"Theirs\",\"externals\":{\"thetvdb\":6}}");
        stubShow(8, "\"name\":\"Theirs\",\"externals\":{\"thetvdb\":6,\"imdb\":\"tt0944947\"}", "");
        stub.on("/lookup/shows?thetvdb=5", "{\"id\":9,\"name\":\"Ours\",\"externals\":{\"thetvdb\":5}}");
        stubShow(9, "\"name\":\"Ours\",\"externals\":{\"thetvdb\":5,\"imdb\":\"tt0944947\"}", "");
        start();
        v1.get("show/summary", "/6").send().ok();

        scrobble(1);

        assertWarningIsReported(
                "Ours: tvmaze: imdb tt0944947 belongs to the show Theirs and stays there; Ours is kept without it;"
                        + " next lookup after 2013-06-26T04:00:00Z");
        v1.get("show/summary", "/tt0944947").send().ok().node("title").isEqualTo("Theirs");
        watched().inPath("[0].show.title").isEqualTo("Ours");
    }

    @Test
    void gapsAndDuplicatesAreReportedAndNotGuessed() {
        stub.on("/lookup/shows?thetvdb=5", "{\"id\":9,\"name\":\"Ours\",\"externals\":{\"thetvdb\":5}}");
        stubShow(9, "\"name\":\"Ours\",\"externals\":{\"thetvdb\":5}", """
                {"id":1,"season":1,"number":1,"name":"One","airdate":"2010-01-01"},
                {"id":2,"season":1,"number":2,"name":"Two","airdate":"2010-01-08"},
                {"id":3,"season":1,"number":2,"name":"\\u001b[2JToo","airdate":"2010-01-15"},
                {"id":6,"season":1,"number":6,"name":"Six","airdate":"2010-02-05"}
                """);
        start();

        scrobble(4);

        String next = "; next lookup after 2013-06-26T04:00:00Z";
        assertWarningIsReported("Ours: tvmaze: season 1 has no episode 3 to 5 there, and none is made up" + next);
        assertWarningIsReported(
                "Ours: tvmaze: 1x02 \"[2JToo\", there a second time, has no number and is left out" + next);
        assertWarningIsReported("Ours: tvmaze: episode 1x4 is not listed by the source and stays provisional" + next);
        watched().inPath("[0].episode.number").isEqualTo(4);
        v1.get("show/season", "/5/1").send().ok().inPath("[1].title").isEqualTo("Two");
    }

    private void stubShow(long id, String members, String episodes) {
        stub.on("/shows/" + id, "{\"id\":" + id + "," + members + "}")
                .on("/shows/" + id + EMBEDDED, "{\"id\":" + id + "," + members + "}")
                .on("/shows/" + id + "/episodes?specials=1", "[" + episodes + "]");
    }

    /// Starts a server with two sources, one of which has a key.
    private void start() {
        start(StubServer.impatient(clock));
    }

    private void start(UpstreamClientFactory upstreamClients) {
        Map<String, String> settings = Map.of(
                "SPOOLMARK_SOURCES_TVMAZE_ENABLED",
                "on",
                "SPOOLMARK_SOURCES_TVMAZE_URL",
                stub.address(),
                "SPOOLMARK_SOURCES_TMDB_URL",
                stub.address(),
                "SPOOLMARK_SOURCES_TMDB_TOKEN",
                TOKEN,
                "SPOOLMARK_SOURCES_ALLOW_PRIVATE",
                "tvmaze,tmdb");
        server = TestServer.startIn(
                data,
                clock,
                upstreamClients,
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        v1 = new V1Client(server.port());
        ann = new TestUsers(server.features()).ann();
        script = new Script(data, clock, settings);
    }

    private void scrobble(int episode) {
        v1.post("show/scrobble")
                .as(ann)
                .with(String.format(
                        Locale.ROOT,
                        "\"tvdb_id\":5,\"season\":1,\"episode\":%d,\"duration\":60,\"progress\":90",
                        episode))
                .ok()
                .node("status")
                .isEqualTo("success");
    }

    private JsonAssert.ConfigurableJsonAssert watched() {
        return v1.get("user/watched", "/ann").send().ok();
    }

    /// Asserts that both sources failed, that the show is due a minute later, and that plays are stored.
    private void assertFailureIsReported(String line) {
        waitUntil(() -> server.features().metadataSources().jobs().state().sources().stream()
                        .filter(source -> source.error() != null)
                        .count()
                == 2);
        assertThat(status())
                .contains("tvmaze last failed at 2013-06-25T04:00:00Z: it " + line + "\n")
                .contains("tmdb last failed at 2013-06-25T04:00:00Z: it " + line + "\n")
                .contains("1 pending, 0 found, 0 not found at any source; 0 due now\n")
                .contains("TVDB 5: tvmaze " + line + "; tmdb " + line + "; next lookup after 2013-06-25T04:01:00Z\n");
        scrobble(2);
        watched().isArray().hasSize(2);
    }

    private void assertWarningIsReported(String line) {
        waitUntil(() -> server.features().metadataSources().jobs().state().pending() == 0);
        assertThat(status()).contains("unused: " + line + "\n");
    }

    private String status() {
        String text = script.run("catalog", "status").out();
        assertThat(text).doesNotContain(TOKEN).doesNotContain("Exception").doesNotContain("\u001b");
        return text;
    }
}
