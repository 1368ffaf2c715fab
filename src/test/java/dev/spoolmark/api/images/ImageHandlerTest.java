package dev.spoolmark.api.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.artwork.Artwork;
import dev.spoolmark.artwork.ImageDiskCache;
import dev.spoolmark.artwork.ImageResult;
import dev.spoolmark.artwork.TestImages;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.http.HttpServer;
import dev.spoolmark.http.HttpServerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Fetched images over HTTP.
class ImageHandlerTest {

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2013-06-25T04:00:00Z"));
    private final AtomicInteger fetches = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private TestServer catalogue;
    private Artwork artwork;
    private HttpServer server;

    @BeforeEach
    void open() {
        catalogue = TestServer.start(clock);
        ImageDiskCache imageCache = new ImageDiskCache(folder.resolve("images"), 1 << 20, clock);
        artwork = new Artwork(catalogue.features().catalog(), _ -> fetched(), imageCache, Duration.ofSeconds(20));
        server = new HttpServer(
                HttpServerConfig.DEFAULT.at("127.0.0.1", 0),
                List.of(new ImageHandler(artwork, catalogue.features().userPictures())),
                _ -> {},
                folder.resolve("spool"));
        server.start(BackgroundTasks.plain());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        artwork.close();
        catalogue.close();
    }

    @Test
    void anUnchangedImageIs304WithoutReadingItsFile() throws Exception {
        for (String size : List.of("", "-138")) {
            HttpResponse<byte[]> first = get(size, Optional.empty());
            assertThat(first.statusCode()).isEqualTo(200);
            Optional<String> tag = first.headers().firstValue("ETag");
            deletePictures();

            HttpResponse<byte[]> again = get(size, tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.headers().firstValue("ETag")).isEqualTo(tag);
        }
        assertThat(fetches).hasValue(2);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "open files are read from /proc")
    void allFilesAreClosed() throws Exception {
        for (String size : List.of("", "-138", "-300")) {
            Optional<String> tag = get(size, Optional.empty()).headers().firstValue("ETag");
            get(size, tag);
            get(size, Optional.of("\"other\""));
            client.send(HttpRequest.newBuilder(address(size)).HEAD().build(), BodyHandlers.discarding());
        }
        server.close();

        assertThat(openPictures()).isEmpty();
    }

    private HttpResponse<byte[]> get(String size, Optional<String> tag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(size));
        tag.ifPresent(known -> request.header("If-None-Match", known));
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private URI address(String size) {
        long show = catalogue
                .features()
                .catalog()
                .findShow(CatalogFixture.showRef("portlandia"))
                .orElseThrow()
                .id()
                .value();
        return URI.create("http://127.0.0.1:" + server.port() + "/images/posters/" + show + ".1" + size + ".jpg");
    }

    private ImageResult fetched() {
        fetches.incrementAndGet();
        return new ImageResult.Found(TestImages.jpeg(680, 1000));
    }

    private void deletePictures() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("images"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private List<String> openPictures() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.flatMap(ImageHandlerTest::target)
                    .filter(name -> name.startsWith(folder.resolve("images").toString()))
                    .toList();
        }
    }

    private static Stream<String> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException closedMeanwhile) {
            return Stream.empty();
        }
    }
}
