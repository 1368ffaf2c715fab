package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.app.cli.Script;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.http.client.StubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A command imports items while a server runs on the same data.
class ImportWhileServingTest {

    private static final String BASICS = """
            tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres
            tt0000101\tmovie\tThe Lamp\tDie Lampe\t0\t1961\t\\N\t93\tDrama,Mystery
            tt0000102\ttvSeries\tHarbour\tHarbour\t0\t1999\t2003\t45\tCrime
            """;

    private final Path data = TestDatabases.folder();
    private final TestClock clock = new TestClock();
    private final TestServer server = TestServer.startIn(data, clock, StubServer.impatient(clock));
    private final V1Client v1 = new V1Client(server.port());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRunningServerFindsItemsLoadedByACommand() throws IOException {
        v1.get("movie/summary", "/tt0000101").send().fails(404, "movie not found");
        v1.get("search/shows", "?query=harbour").send().ok().isArray().isEmpty();

        Path folder = TestDatabases.folder();
        Files.writeString(folder.resolve("title.basics.tsv"), BASICS);
        String text = new Script(data, clock, Map.of())
                .run("catalog", "load", "--format", "imdb", folder.toString())
                .out();

        assertThat(text).endsWith("2 added, 0 updated, 0 unchanged, 0 refused\n");
        v1.get("movie/summary", "/tt0000101").send().ok().node("title").isEqualTo("The Lamp");
        v1.get("search/shows", "?query=harbour").send().ok().inPath("[0].title").isEqualTo("Harbour");
    }
}
