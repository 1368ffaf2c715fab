package dev.spoolmark.artwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ImageDiskCacheTest {

    @TempDir
    Path place;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private ImageDiskCache cache;

    @BeforeEach
    void open() {
        cache = new ImageDiskCache(place.resolve("images"), 1_000, now::get);
    }

    @Test
    void imagesSurviveARestart() {
        cache.put("a", new byte[300]);

        assertThat(cache.read("a"))
                .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(300));
        assertThat(cache.read("b")).isEmpty();
        assertThat(new ImageDiskCache(place.resolve("images"), 1_000, now::get).read("a"))
                .isPresent();
    }

    @Test
    void theLeastRecentlyUsedImageIsDeletedFirst() {
        for (String name : new String[] {"a", "b", "c"}) {
            cache.put(name, new byte[300]);
            later();
        }
        cache.read("a");
        later();
        cache.put("d", new byte[300]);

        assertThat(cache.read("b")).isEmpty();
        assertThat(cache.read("a")).isPresent();
        assertThat(cache.read("c")).isPresent();
        assertThat(cache.read("d")).isPresent();
    }

    @Test
    void anImageLargerThanTheBudgetIsNotStored() {
        cache.put("large", new byte[1_001]);

        assertThat(cache.read("large")).isEmpty();
    }

    @Test
    void onlyTheOwnerCanReadTheFiles() throws IOException {
        cache.put("a", new byte[10]);

        try (Stream<Path> files = Files.list(place.resolve("images"))) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "open files are read from /proc")
    void aFileThatIsNoImageIsClosed() throws IOException {
        cache.put("none", new byte[10]);
        cache.put("some", TestImages.png(2, 2));

        assertThat(cache.open("none", "none")).isEmpty();
        assertThat(openFiles()).isEmpty();
        Image open = cache.open("some", "some").orElseThrow();
        assertThat(openFiles()).hasSize(1);
        open.bytes().close();
        assertThat(openFiles()).isEmpty();
    }

    private List<Path> openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.filter(file -> {
                        try {
                            return Files.readSymbolicLink(file).startsWith(place.toRealPath());
                        } catch (IOException closedMeanwhile) {
                            return false;
                        }
                    })
                    .toList();
        }
    }

    private void later() {
        now.updateAndGet(before -> before.plusSeconds(60));
    }
}
