package dev.spoolmark.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.metadata.StubTvmaze;
import dev.spoolmark.outgoing.StubServer;
import dev.spoolmark.outgoing.StubServer.Reply;
import dev.spoolmark.store.TestDatabases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// `catalog refresh` and `catalog status`, with a stub for TVmaze.
class SourcesCommandsTest {

    private static final Instant NOW = Instant.parse("2013-06-24T12:00:00Z");

    private final Path folder = TestDatabases.folder();
    private final StubTvmaze tvmaze = new StubTvmaze();
    private final Map<String, String> settings = new HashMap<>();

    private record Ending(int code, String out, String err) {}

    @BeforeEach
    void set() {
        for (String setting : tvmaze.settings()) {
            settings.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
    }

    @AfterEach
    void close() {
        tvmaze.close();
    }

    @Test
    void everythingIsAskedForWhenOneSaysSo() throws IOException {
        hasShow();

        assertThat(run("catalog", "refresh").out()).isEqualTo("0 asked, 0 still due\n");
        assertThat(run("catalog", "refresh", "--all")).isEqualTo(new Ending(0, "1 asked, 0 still due\n", ""));
        assertThat(run("catalog", "status").out()).isEqualTo("""
                        titles that somebody names are asked for at tvmaze (sources.tvmaze.enabled = off ends that)
                        0 not answered yet, 1 known, 0 known to no source; 0 due now
                        """);
        assertThat(run("check").out()).isEqualTo("ok\n");
    }

    static Stream<Arguments> badInput() {
        return Stream.of(
                Arguments.of(StubServer.status(500), "answered 500"),
                Arguments.of(StubServer.status(429, "Retry-After", "120"), "asks to be left alone for a while (429)"),
                Arguments.of(
                        StubServer.body(200, "application/json", "<html>".getBytes(UTF_8)),
                        "answered something that is not application/json"),
                Arguments.of(
                        StubServer.endless("{", 50L * 1024 * 1024),
                        "answered more than 5242880 bytes; the rest was not read"),
                Arguments.of(StubServer.packed("{}".getBytes(UTF_8)), "answered something that cannot be unpacked"),
                Arguments.of(
                        StubServer.redirect("http://127.0.0.1:1/"),
                        "leads to an address without https, which is not followed"),
                Arguments.of(
                        StubServer.redirect("https://169.254.169.254/"),
                        "leads to a host that is not its own, which is not followed"),
                Arguments.of(StubServer.json("[1,2]"), "told something that cannot be used: a show must be an object"));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void whatGoesWrongIsAClearLineOfTheStatus(Reply reply, String line) throws IOException {
        hasShow();
        tvmaze.server.on("/lookup/shows?thetvdb=" + StubTvmaze.TVDB, reply);

        Ending refresh = run("catalog", "refresh", "--all");

        assertThat(refresh.code()).isZero();
        assertThat(refresh.out()).isEqualTo("1 asked, 0 still due\n");
        assertThat(run("catalog", "status").out())
                .contains("tvmaze last failed at 2013-06-24T12:00:00Z: it " + line + "\n")
                .contains("Our Show: tvmaze " + line + "\n");
    }

    @Test
    void whoAskedToBeLeftAloneIsAndTheStatusSaysUntilWhen() throws IOException {
        hasShow();
        tvmaze.server.on("/lookup/shows?thetvdb=" + StubTvmaze.TVDB, StubServer.status(429, "Retry-After", "120"));

        assertThat(run("catalog", "refresh", "--all").err())
                .isEqualTo("tvmaze is left alone until 2013-06-24T12:02:00Z: `catalog status` says why\n");
        assertThat(run("catalog", "status").out()).contains("tvmaze is left alone until 2013-06-24T12:02:00Z\n");
    }

    @Test
    void withoutASourceThereIsNothingToRefresh() {
        settings.put("SPOOLMARK_SOURCES_TVMAZE_ENABLED", "off");

        Ending refresh = run("catalog", "refresh");

        assertThat(refresh.code()).isEqualTo(1);
        assertThat(refresh.err()).startsWith("no source is on").hasLineCount(1);
        assertThat(run("catalog", "status").out()).startsWith("no source is asked about titles that are not known\n");
    }

    private void hasShow() throws IOException {
        Path file = Files.writeString(
                TestDatabases.folder().resolve("show.jsonl"),
                "{\"type\":\"show\",\"title\":\"Our Show\",\"year\":2011,\"ids\":{\"tvdb\":" + StubTvmaze.TVDB
                        + "}}\n");
        run("catalog", "load", file.toString());
    }

    private Ending run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = new Commands(new Surroundings(
                        settings,
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(OutputStream.nullOutputStream(), false, UTF_8),
                        false,
                        () -> NOW))
                .line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        return new Ending(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }
}
