package dev.spoolmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.cli.Script.CommandResult;
import dev.spoolmark.catalog.ingest.DatasetJobs;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.DatabaseFactory;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.http.client.StubServer;
import dev.spoolmark.metadata.StubTvmaze;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `catalog refresh` and `catalog status`, with a stub for TVmaze.
class SourcesCommandsTest {

    private static final Instant NOW = Instant.parse("2013-06-24T12:00:00Z");

    private final Path folder = TestDatabases.folder();
    private final StubTvmaze tvmaze = new StubTvmaze();
    private final Map<String, String> settings = new HashMap<>();

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
    void refreshAllRequestsAllItems() throws IOException {
        loadShow();

        assertThat(run("catalog", "refresh").out()).isEqualTo("0 asked, 0 still due\n");
        assertThat(run("catalog", "refresh", "--all")).isEqualTo(new CommandResult(0, "1 asked, 0 still due\n", ""));
        assertThat(run("catalog", "status").out()).isEqualTo("""
                        unknown titles are looked up at tvmaze (sources.tvmaze.enabled = off turns it off)
                        0 pending, 1 found, 0 not found at any source; 0 due now
                        """);
        assertThat(run("check").out()).isEqualTo("ok\n");
    }

    @Test
    void aPausedSourceIsReportedWithItsTime() throws IOException {
        loadShow();
        tvmaze.server.on("/lookup/shows?thetvdb=" + StubTvmaze.TVDB, StubServer.status(429, "Retry-After", "120"));

        assertThat(run("catalog", "refresh", "--all").err())
                .isEqualTo("tvmaze is paused until 2013-06-24T12:02:00Z: see `catalog status`\n");
        assertThat(run("catalog", "status").out()).contains("tvmaze is paused until 2013-06-24T12:02:00Z\n");
    }

    @Test
    void refreshFailsWithoutASource() {
        settings.put("SPOOLMARK_SOURCES_TVMAZE_ENABLED", "off");

        CommandResult refresh = run("catalog", "refresh");

        assertThat(refresh.code()).isEqualTo(1);
        assertThat(refresh.err()).startsWith("no metadata source is enabled").hasLineCount(1);
        assertThat(run("catalog", "status").out()).startsWith("no metadata source is enabled\n");
    }

    @Test
    void theStatusContainsTheImdbFolder() {
        settings.put("SPOOLMARK_SOURCES_TVMAZE_ENABLED", "off");
        settings.put("SPOOLMARK_SOURCES_IMDB_FOLDER", "/srv/imdb");
        String set =
                "imdb: /srv/imdb is imported when its files change" + " (unset sources.imdb.folder to turn this off)\n";

        assertThat(run("catalog", "status").out()).contains(set + "imdb was not imported yet\n");

        try (Database database = DatabaseFactory.sqlite(folder.resolve("spoolmark.db"))) {
            DatasetJobs jobs = new DatasetJobs(database, () -> NOW, "one");
            jobs.register("imdb");
            jobs.noteError("imdb", "/srv/imdb does not exist or is not a directory");
            assertThat(run("catalog", "status").out())
                    .contains(set + "imdb could not be imported at 2013-06-24T12:00:00Z:"
                            + " /srv/imdb does not exist or is not a directory; next attempt every minute\n");

            jobs.tryLease("imdb", "files");
            assertThat(run("catalog", "status").out()).contains(set + "imdb is being imported\n");

            jobs.markImported("imdb", "files", "1 added, 0 updated, 0 unchanged, 0 refused");
            assertThat(run("catalog", "status").out())
                    .contains(set + "imdb was last imported at 2013-06-24T12:00:00Z:"
                            + " 1 added, 0 updated, 0 unchanged, 0 refused\n");
        }
    }

    private void loadShow() throws IOException {
        Path file = Files.writeString(
                TestDatabases.folder().resolve("show.jsonl"),
                "{\"type\":\"show\",\"title\":\"Our Show\",\"year\":2011,\"ids\":{\"tvdb\":" + StubTvmaze.TVDB
                        + "}}\n");
        run("catalog", "load", file.toString());
    }

    private CommandResult run(String... words) {
        return new Script(folder, () -> NOW, settings).run(words);
    }
}
