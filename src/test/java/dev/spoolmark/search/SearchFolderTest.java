package dev.spoolmark.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.db.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The index on disk: kept, updated, rebuilt when it is missing or damaged, and readable by its owner only.
class SearchFolderTest {

    @TempDir
    Path folder;

    SearchWorld world;

    @BeforeEach
    void open() {
        world = new SearchWorld(Engine.SQLITE);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void noIndexIsCreatedBeforeTheFirstSearch() {
        try (Search _ = search()) {
            assertThat(index()).doesNotExist();
        }
    }

    @Test
    void changesBetweenStartsAreIndexed() {
        world.addMovies("Quiet River");
        assertThat(found("river")).hasSize(1);

        world.addMovies("Wild River");

        assertThat(found("river")).hasSize(2);
    }

    @Test
    void anExistingIndexIsOpenedByTheFirstSearch() {
        world.addMovies("Quiet River");
        assertThat(found("river")).hasSize(1);
        world.addManyMovies(5_000);

        AtomicInteger begun = new AtomicInteger();
        Executor counting = task -> {
            begun.incrementAndGet();
            task.run();
        };
        try (Search search = world.search(IndexLocation.folder(index()), counting)) {
            search.prepare();
            assertThat(begun).hasValue(0);

            assertThat(search.movies("river", 10)).hasSize(1);
            assertThat(begun).hasPositiveValue();
        }
    }

    @Test
    void aMissingIndexIsRebuilt() throws IOException {
        world.addMovies("Quiet River");
        assertThat(found("river")).hasSize(1);
        for (Path file : files()) {
            Files.delete(file);
        }

        assertThat(found("river")).hasSize(1);
    }

    @Test
    void aDamagedIndexIsRebuilt() throws IOException {
        world.addMovies("Quiet River");
        assertThat(found("river")).hasSize(1);
        for (Path file : files()) {
            if (file.getFileName().toString().startsWith("segments")) {
                Files.writeString(file, "this is no index");
            }
        }

        assertThat(found("river")).hasSize(1);
    }

    @Test
    void anIndexAheadOfTheDatabaseIsRebuilt() {
        world.addMovies("Quiet River", "Wild River");
        assertThat(found("river")).hasSize(2);
        world.close();

        world = new SearchWorld(Engine.SQLITE); // an older copy
        world.addMovies("Long River");

        assertThat(found("river")).containsExactly("Long River");
    }

    @Test
    void theIndexIsReadableByTheOwnerOnly() throws IOException {
        world.addMovies("Quiet River");
        assertThat(found("river")).hasSize(1);

        assertThat(Files.getPosixFilePermissions(index())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------")));
    }

    @Test
    void anIndexIsLockedByOneProcess() {
        try (Search one = search();
                Search other = search()) {
            one.movies("river", 10);

            assertThatThrownBy(other::rebuild).isInstanceOf(IndexLockedException.class);
        }
    }

    @Test
    void aSearchWithoutTheLockFindsTitlePrefixes() {
        world.addMovies("Quiet River");
        try (Search other = search()) {
            try (Search one = search()) {
                assertThat(one.movies("river", 10)).hasSize(1);

                assertThat(other.movies("quiet", 10)).hasSize(1);
                assertThat(other.movies("river", 10)).isEmpty();
            }
            world.advance(IndexLifecycle.RETRY_AFTER);

            assertThat(other.movies("river", 10)).as("when the other one ended").hasSize(1);
        }
    }

    @Test
    void aFolderThatCannotBeCreatedIsRetriedLater() throws IOException {
        world.addMovies("Quiet River");
        Files.writeString(folder.resolve("search"), "a file in the way");
        try (Search search = search()) {
            assertThat(search.movies("quiet", 10)).hasSize(1);
            assertThat(search.movies("river", 10)).isEmpty();

            Files.delete(folder.resolve("search"));
            world.advance(IndexLifecycle.RETRY_AFTER);

            assertThat(search.movies("river", 10)).hasSize(1);
        }
    }

    @Test
    void anIndexWhoseFilesAreDeletedInUseIsRebuilt() throws IOException {
        world.addMovies("Quiet River");
        try (Search search = search()) {
            search.rebuild();
            for (Path file : files()) {
                Files.delete(file);
            }
            for (int changes = 0; changes < 3; changes++) {
                world.addMovies("River " + changes);
                assertThat(search.movies("river", 10)).isNotEmpty();
                world.advance(IndexLifecycle.RETRY_AFTER);
            }

            assertThat(search.movies("river", 10)).hasSize(4);
        }
    }

    private List<String> found(String text) {
        try (Search search = search()) {
            return world.titles(search.movies(text, 10));
        }
    }

    private Search search() {
        return world.search(IndexLocation.folder(index()));
    }

    private Path index() {
        return folder.resolve("search");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(index())) {
            return files.toList();
        }
    }
}
