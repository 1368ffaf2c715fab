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

    SearchFixture fixture;

    @BeforeEach
    void open() {
        fixture = new SearchFixture(Engine.SQLITE);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void noIndexIsCreatedBeforeTheFirstSearch() {
        try (Search _ = search()) {
            assertThat(index()).doesNotExist();
        }
    }

    @Test
    void changesBetweenStartsAreIndexed() {
        fixture.addMovies("Quiet River");
        assertThat(found("river")).hasSize(1);

        fixture.addMovies("Wild River");

        assertThat(found("river")).hasSize(2);
    }

    @Test
    void anExistingIndexIsOpenedByTheFirstSearch() {
        fixture.addMovies("Quiet River");
        assertThat(found("river")).hasSize(1);
        fixture.addManyMovies(5_000);

        AtomicInteger started = new AtomicInteger();
        Executor counting = task -> {
            started.incrementAndGet();
            task.run();
        };
        try (Search search = fixture.search(IndexLocation.folder(index()), counting)) {
            search.prepare();
            assertThat(started).hasValue(0);

            assertThat(search.movies("river", 10)).hasSize(1);
            assertThat(started).hasPositiveValue();
        }
    }

    @Test
    void aMissingIndexIsRebuilt() throws IOException {
        fixture.addMovies("Quiet River");
        assertThat(found("river")).hasSize(1);
        for (Path file : files()) {
            Files.delete(file);
        }

        assertThat(found("river")).hasSize(1);
    }

    @Test
    void aDamagedIndexIsRebuilt() throws IOException {
        fixture.addMovies("Quiet River");
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
        fixture.addMovies("Quiet River", "Wild River");
        assertThat(found("river")).hasSize(2);
        fixture.close();

        fixture = new SearchFixture(Engine.SQLITE); // an older copy
        fixture.addMovies("Long River");

        assertThat(found("river")).containsExactly("Long River");
    }

    @Test
    void theIndexIsReadableByTheOwnerOnly() throws IOException {
        fixture.addMovies("Quiet River");
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
        fixture.addMovies("Quiet River");
        try (Search other = search()) {
            try (Search one = search()) {
                assertThat(one.movies("river", 10)).hasSize(1);

                assertThat(other.movies("quiet", 10)).hasSize(1);
                assertThat(other.movies("river", 10)).isEmpty();
            }
            fixture.advance(IndexLifecycle.RETRY_AFTER);

            assertThat(other.movies("river", 10)).as("when the other one ended").hasSize(1);
        }
    }

    @Test
    void aFolderThatCannotBeCreatedIsRetriedLater() throws IOException {
        fixture.addMovies("Quiet River");
        Files.writeString(folder.resolve("search"), "a file in the way");
        try (Search search = search()) {
            assertThat(search.movies("quiet", 10)).hasSize(1);
            assertThat(search.movies("river", 10)).isEmpty();

            Files.delete(folder.resolve("search"));
            fixture.advance(IndexLifecycle.RETRY_AFTER);

            assertThat(search.movies("river", 10)).hasSize(1);
        }
    }

    @Test
    void anIndexWhoseFilesAreDeletedInUseIsRebuilt() throws IOException {
        fixture.addMovies("Quiet River");
        try (Search search = search()) {
            search.rebuild();
            for (Path file : files()) {
                Files.delete(file);
            }
            for (int changes = 0; changes < 3; changes++) {
                fixture.addMovies("River " + changes);
                assertThat(search.movies("river", 10)).isNotEmpty();
                fixture.advance(IndexLifecycle.RETRY_AFTER);
            }

            assertThat(search.movies("river", 10)).hasSize(4);
        }
    }

    private List<String> found(String text) {
        try (Search search = search()) {
            return fixture.titles(search.movies(text, 10));
        }
    }

    private Search search() {
        return fixture.search(IndexLocation.folder(index()));
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
