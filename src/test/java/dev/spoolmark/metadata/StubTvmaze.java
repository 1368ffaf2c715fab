package dev.spoolmark.metadata;

import dev.spoolmark.http.client.StubServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An HTTP stub of TVmaze with one recorded show: Game of Thrones, with its 73 episodes.
public final class StubTvmaze implements AutoCloseable {

    public static final long TVDB = 121_361;

    private static final Path RECORDED = Path.of("src/test/resources/tvmaze");
    private static final String EMBEDDED = "?embed%5B%5D=cast&embed%5B%5D=images&embed%5B%5D=akas";

    public final StubServer server = new StubServer();

    public StubTvmaze() {
        show(82, recordedShow(), recorded("episodes-82.json"));
        server.on("/lookup/shows?thetvdb=" + TVDB, StubServer.redirect("/shows/82"));
        server.on("/lookup/shows?imdb=tt0944947", StubServer.redirect("/shows/82"));
    }

    /// Adds a show under its own id.
    public StubTvmaze show(long id, String body, String episodes) {
        server.on("/shows/" + id, body)
                .on("/shows/" + id + EMBEDDED, body)
                .on("/shows/" + id + "/episodes?specials=1", episodes);
        return this;
    }

    /// Sets the poster of the show.
    public StubTvmaze poster(byte[] jpeg) {
        ObjectNode show = (ObjectNode) JsonMapper.shared().readTree(recordedShow());
        show.putObject("image").put("original", server.address() + "/poster.jpg");
        server.on("/poster.jpg", StubServer.body(200, "image/jpeg", jpeg));
        return show(82, show.toString(), recorded("episodes-82.json"));
    }

    public static String recordedShow() {
        JsonNode shows = JsonMapper.shared().readTree(recorded("shows.json"));
        return shows.get(0).toString();
    }

    private static String recorded(String name) {
        try {
            return Files.readString(RECORDED.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return the settings of a server that uses this stub
    public String[] settings() {
        return new String[] {
            "SPOOLMARK_SOURCES_TVMAZE_ENABLED=on",
            "SPOOLMARK_SOURCES_TVMAZE_URL=" + server.address(),
            "SPOOLMARK_SOURCES_ALLOW_PRIVATE=tvmaze"
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
