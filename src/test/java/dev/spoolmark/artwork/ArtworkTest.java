package dev.spoolmark.artwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.artwork.ArtworkRef.ArtworkType;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogFixture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtworkTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2013-06-25T04:00:00Z"));
    private final List<String> requestedUrls = new ArrayList<>();

    @TempDir
    Path place;

    private TestServer server;
    private long show;

    @BeforeEach
    void open() {
        server = TestServer.start(clock);
        show = catalog()
                .findShow(CatalogFixture.showRef("portlandia"))
                .orElseThrow()
                .id()
                .value();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aPosterIsFetchedOnceForAllItsSizes() {
        try (Artwork artwork = artwork(address -> fetched(address, TestImages.jpeg(680, 1000)))) {
            assertThat(width(artwork, Integer.MAX_VALUE)).isEqualTo(680);
            assertThat(width(artwork, 138)).isEqualTo(138);
            assertThat(width(artwork, 300)).isEqualTo(300);
        }
        try (Artwork again = artwork(address -> fetched(address, new byte[0]))) {
            assertThat(width(again, 138)).isEqualTo(138);
        }
        assertThat(requestedUrls).containsExactly("https://images.invalid/portlandia.jpg");
    }

    @Test
    void eachSizeHasItsOwnTag() {
        try (Artwork artwork = artwork(address -> new ImageResult.Found(TestImages.jpeg(680, 1000)))) {
            ArtworkRef poster = new ArtworkRef.OfShow(show, ArtworkType.POSTER);
            String whole = artwork.find(poster, Integer.MAX_VALUE).orElseThrow().tag();

            assertThat(artwork.find(poster, 138).orElseThrow().tag()).isEqualTo(whole + "-138");
        }
    }

    @Test
    void theTagIsKnownWithoutTheImage() {
        try (Artwork artwork = artwork(address -> fetched(address, TestImages.jpeg(680, 1000)))) {
            ArtworkRef poster = new ArtworkRef.OfShow(show, ArtworkType.POSTER);
            Optional<String> tag = artwork.tag(poster, 138);
            assertThat(requestedUrls).isEmpty();

            assertThat(artwork.find(poster, 138)).map(Image::tag).isEqualTo(tag);
        }
    }

    @Test
    void anOpenImageCanBeReadAfterItWasDeleted() throws IOException {
        byte[] poster = TestImages.jpeg(400, 600);
        try (Artwork artwork = artwork(address -> new ImageResult.Found(poster))) {
            Image open = artwork.find(new ArtworkRef.OfShow(show, ArtworkType.POSTER), Integer.MAX_VALUE)
                    .orElseThrow();
            try (Stream<Path> files = Files.list(place.resolve("images"))) {
                Files.delete(files.findFirst().orElseThrow());
            }

            try (InputStream bytes = open.bytes()) {
                assertThat(bytes.readAllBytes()).isEqualTo(poster);
            }
        }
    }

    @Test
    void anUnusableImageIsNotFetchedAgainAtOnce() {
        try (Artwork artwork = artwork(address -> fetched(address, new byte[] {1, 2, 3}))) {
            assertThat(artwork.find(new ArtworkRef.OfShow(show, ArtworkType.POSTER), 138))
                    .isEmpty();
            assertThat(artwork.find(new ArtworkRef.OfShow(show, ArtworkType.POSTER), 300))
                    .isEmpty();
        }
        assertThat(requestedUrls).hasSize(1);
    }

    @Test
    void aMissingImageIsNotFetchedAgainAtOnce() {
        try (Artwork artwork = artwork(address -> recordRequest(address, new ImageResult.NotFound()))) {
            assertThat(artwork.find(new ArtworkRef.OfShow(show, ArtworkType.POSTER), 138))
                    .isEmpty();
            assertThat(artwork.find(new ArtworkRef.OfShow(show, ArtworkType.POSTER), 138))
                    .isEmpty();
        }
        assertThat(requestedUrls).hasSize(1);
    }

    @Test
    void aFailedFetchIsRepeatedByTheNextRequest() {
        Iterator<ImageResult> results = List.of(
                        new ImageResult.NotNow(), new ImageResult.Found(TestImages.jpeg(680, 1000)))
                .iterator();
        try (Artwork artwork = artwork(address -> recordRequest(address, results.next()))) {
            assertThat(artwork.find(new ArtworkRef.OfShow(show, ArtworkType.POSTER), 138))
                    .isEmpty();
            assertThat(width(artwork, 138)).isEqualTo(138);
        }
        assertThat(requestedUrls).hasSize(2);
    }

    @Test
    void anImageWithoutFetchCapacityIsFetchedTheNextTime() throws Exception {
        CountDownLatch started = new CountDownLatch(3);
        CountDownLatch go = new CountDownLatch(1);
        ImageFetcher slow = address -> {
            started.countDown();
            await(go);
            return fetched(address, TestImages.jpeg(400, 600));
        };
        ImageDiskCache cache = new ImageDiskCache(place.resolve("images"), 1 << 20, clock);
        ArtworkRef fourth = new ArtworkRef.OfShow(show, ArtworkType.POSTER);
        try (Artwork artwork = new Artwork(catalog(), slow, cache, Duration.ofMillis(50))) {
            List<ArtworkRef> others = others(3);
            for (ArtworkRef other : others) {
                assertThat(artwork.find(other, 138)).isEmpty();
            }
            started.await();
            assertThat(artwork.find(fourth, 138)).isEmpty();
            assertThat(requestedUrls).isEmpty();

            go.countDown();
            long until = System.nanoTime() + TIMEOUT.toNanos();
            while (artwork.find(fourth, 138).isEmpty() && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            assertThat(requestedUrls).contains("https://images.invalid/portlandia.jpg");
        }
    }

    /// References with different URLs.
    private List<ArtworkRef> others(int count) {
        server.database().write(tx -> {
            for (int number = 0; number < count; number++) {
                tx.update(
                        "INSERT INTO movie (movie_id, slug, title, title_key, poster, provisional, updated_at, revision)"
                                + " VALUES (?, ?, ?, ?, ?, FALSE, 0, 0)",
                        800_000L + number,
                        "other-" + number,
                        "Other " + number,
                        "other " + number,
                        "https://images.invalid/other-" + number + ".jpg");
            }
            return true;
        });
        return LongStream.range(0, count)
                .<ArtworkRef>mapToObj(number -> new ArtworkRef.OfMovie(800_000L + number, ArtworkType.POSTER))
                .toList();
    }

    @Test
    void concurrentRequestsShareOneFetch() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ImageFetcher slow = address -> {
            started.countDown();
            await(go);
            return fetched(address, TestImages.jpeg(400, 600));
        };
        try (Artwork artwork = artwork(slow);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Image>>> asking = new ArrayList<>();
            for (int request = 0; request < 8; request++) {
                asking.add(threads.submit(
                        () -> artwork.find(new ArtworkRef.OfShow(show, ArtworkType.POSTER), Integer.MAX_VALUE)));
            }
            started.await();
            go.countDown();
            for (Future<Optional<Image>> one : asking) {
                assertThat(one.get()).isPresent();
            }
        }
        assertThat(requestedUrls).hasSize(1);
    }

    @Test
    void aSlowImageIsAvailableToTheNextRequest() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        ImageFetcher slow = address -> {
            await(go);
            done.countDown();
            return fetched(address, TestImages.jpeg(400, 600));
        };
        ImageDiskCache cache = new ImageDiskCache(place.resolve("images"), 1 << 20, clock);
        try (Artwork artwork = new Artwork(catalog(), slow, cache, Duration.ZERO)) {
            assertThat(artwork.find(new ArtworkRef.OfShow(show, ArtworkType.POSTER), 138))
                    .isEmpty();
            go.countDown();
            done.await();
        }
        try (Artwork patient = artwork(address -> fetched(address, TestImages.jpeg(400, 600)))) {
            assertThat(width(patient, 138)).isEqualTo(138);
        }
    }

    @Test
    void itemsWithoutAnImageCauseNoFetch() {
        try (Artwork artwork = artwork(address -> fetched(address, TestImages.jpeg(400, 600)))) {
            assertThat(artwork.find(new ArtworkRef.OfShow(999_999, ArtworkType.POSTER), 138))
                    .isEmpty();
            assertThat(artwork.find(new ArtworkRef.OfMovie(show, ArtworkType.POSTER), 138))
                    .isEmpty();
            assertThat(artwork.find(new ArtworkRef.OfEpisode(show, 99, 1), 218)).isEmpty();
            assertThat(artwork.find(new ArtworkRef.OfPerson(999_999), 138)).isEmpty();
        }
        assertThat(requestedUrls).isEmpty();
    }

    @Test
    void aSeasonWithoutAPosterHasThatOfItsShow() {
        try (Artwork artwork = artwork(address -> fetched(address, TestImages.jpeg(400, 600)))) {
            assertThat(artwork.find(new ArtworkRef.OfSeason(show, 2), 138)).isPresent();
        }
        assertThat(requestedUrls).containsExactly("https://images.invalid/portlandia.jpg");
    }

    private int width(Artwork artwork, int requested) {
        Image picture = artwork.find(new ArtworkRef.OfShow(show, ArtworkType.POSTER), requested)
                .orElseThrow();
        try (InputStream bytes = picture.bytes()) {
            byte[] all = bytes.readAllBytes();
            assertThat(all).hasSize((int) picture.length());
            return TestImages.width(all);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Artwork artwork(ImageFetcher source) {
        return new Artwork(catalog(), source, new ImageDiskCache(place.resolve("images"), 1 << 20, clock), TIMEOUT);
    }

    private ImageResult fetched(String address, byte[] picture) {
        return recordRequest(address, new ImageResult.Found(picture));
    }

    private ImageResult recordRequest(String address, ImageResult result) {
        synchronized (requestedUrls) {
            requestedUrls.add(address);
        }
        return result;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Catalog catalog() {
        return server.features().catalog();
    }
}
