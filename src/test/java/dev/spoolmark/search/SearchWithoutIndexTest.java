package dev.spoolmark.search;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Engine;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Search while the index is built, is updated, or is not available.
@ParameterizedClass
@EnumSource(Engine.class)
class SearchWithoutIndexTest {

    @Parameter
    Engine engine;

    /// Background tasks in the order of their submission.
    final Queue<Runnable> work = new ArrayDeque<>();

    SearchFixture fixture;

    @BeforeEach
    void open() {
        fixture = new SearchFixture(engine);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void titlePrefixesAreFoundUntilTheIndexIsBuilt() {
        fixture.addMovies("Quiet River", "Quieter Still", "The Quiet", "Wild River");
        fixture.add(SearchFixture.movie("Amelie", 2001, Ids.ofImdb("tt0211915"), "Le Fabuleux Destin"));
        fixture.catalog.findOrCreateMovies(List.of(new MovieRef(Ids.ofImdb("tt7654321"), "Quiet Holiday", 2012)));
        try (Search search = search()) {
            assertThat(found(search, "QUIET")).containsExactly("Quiet River", "Quieter Still");
            assertThat(found(search, "quiet", 1)).containsExactly("Quiet River");
            assertThat(found(search, "le fab")).containsExactly("Amelie");
            assertThat(found(search, "tt0211915")).containsExactly("Amelie");
            assertThat(found(search, "tt7654321")).isEmpty(); // provisional
            assertThat(found(search, "river")).isEmpty();
            assertThat(found(search, "%")).isEmpty();

            finishWork();

            assertThat(found(search, "river")).hasSize(2);
            assertThat(work).isEmpty();
        }
    }

    @Test
    void anExactTitleComesFirstWithoutAnIndex() {
        fixture.addMovies("Batman Begins", "Batman", "Batmans Wife");
        try (Search search = search()) {
            assertThat(found(search, "batman")).startsWith("Batman");
        }
    }

    @Test
    void peopleAndUsersAreFoundWithoutAnIndex() {
        fixture.add(new PersonItem(Ids.NONE, "Fred Armisen", PersonFacts.NONE));
        UserId jake = fixture.userId("Jake.Wharton", null, false);
        fixture.userId("jakes-friend", null, false);
        fixture.searchable("jakes-friend", false);
        try (Search search = search()) {
            assertThat(search.people("fred", 10)).hasSize(1);
            assertThat(search.users("jake", 10)).containsExactly(jake);
            assertThat(search.users("jake_wharton", 10)).containsExactly(jake);
        }
    }

    @Test
    void episodeSearchIsUnavailableWithoutAnIndex() {
        try (Search search = search()) {
            assertThatThrownBy(() -> search.episodes("pilot", 10))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Unavailable.class));

            finishWork();

            assertThat(search.episodes("pilot", 10)).isEmpty();
        }
    }

    @Test
    void aLargeIndexIsBuiltAtStartAndASmallOneIsNot() {
        fixture.addMovies("Quiet River");
        try (Search search = search()) {
            search.prepare();
            assertThat(work).as("a small one").isEmpty();

            fixture.addManyMovies(5_000);
            search.prepare();
            assertThat(work).hasSize(1);
            finishWork();

            assertThat(found(search, "river")).containsExactly("Quiet River");
        }
    }

    @Test
    void fewChangesAreIndexedAtOnceAndManyInTheBackground() {
        fixture.addMovies("Quiet River");
        try (Search search = search()) {
            search.load();
            finishWork();

            fixture.addMovies("Wild River");
            assertThat(found(search, "river")).hasSize(2);
            assertThat(work).isEmpty();

            fixture.add(IntStream.rangeClosed(1, IndexUpdater.MAX_IMMEDIATE + 1)
                    .mapToObj(number -> SearchFixture.movie("River " + number, 2000, Ids.NONE))
                    .toArray(SourceItem[]::new));
            assertThat(found(search, "river", 1_000))
                    .contains("Quiet River", "Wild River")
                    .hasSize(2);
            assertThat(work).hasSize(1);
            finishWork();
            assertThat(found(search, "river", 1_000)).hasSize(IndexUpdater.MAX_IMMEDIATE + 3);
        }
    }

    @Test
    void aSearchDoesNotWaitForTheBuild() throws Exception {
        fixture.addMovies("Quiet River");
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch opened = new CountDownLatch(1);
        IndexLocation location = new IndexLocation(() -> {
            opening.countDown();
            await(opened);
            return new ByteBuffersDirectory();
        });
        try (Search search = fixture.search(location, task -> Thread.ofVirtual().start(task))) {
            search.load();
            assertThat(opening.await(10, SECONDS)).isTrue();

            assertThat(CompletableFuture.supplyAsync(() -> found(search, "quiet"))
                            .get(10, SECONDS))
                    .containsExactly("Quiet River");

            opened.countDown();
        }
    }

    @Test
    void onlyASmallIndexIsWaitedFor() {
        fixture.addMovies("Quiet River");
        CountDownLatch started = new CountDownLatch(1);
        try (Search search = fixture.search(
                IndexLocation.memory(),
                task -> Thread.ofVirtual().start(() -> {
                    started.countDown();
                    task.run();
                }))) {
            while (search.mayBeReadySoon()) {
                search.awaitIndex();
            }
            assertThat(started.getCount()).isZero();
            assertThat(found(search, "river")).containsExactly("Quiet River");
        }
        fixture.add(IntStream.rangeClosed(1, 3_000)
                .mapToObj(number -> SearchFixture.movie("River " + number, 2000, Ids.NONE))
                .toArray(SourceItem[]::new));
        try (Search search = search()) {
            assertThat(search.mayBeReadySoon()).isTrue();
            Thread worker = Thread.ofVirtual().start(this::finishWork);

            search.awaitIndex();

            assertThat(found(search, "River 30")).contains("River 30");
            assertThatNoException().isThrownBy(worker::join);
            assertThat(search.mayBeReadySoon()).isFalse();
        }
    }

    @Test
    void anIndexThatCannotBeWrittenIsUsedAndUpdatedLater() {
        AtomicBoolean full = new AtomicBoolean();
        Directory disk = new ByteBuffersDirectory();
        fixture.addMovies("Quiet River");
        try (Search search = fixture.search(new IndexLocation(() -> new Disk(disk, full)), Runnable::run)) {
            assertThat(found(search, "river")).containsExactly("Quiet River");

            full.set(true);
            fixture.addMovies("Wild River");
            assertThat(found(search, "river")).containsExactly("Quiet River");
            assertThat(found(search, "river")).containsExactly("Quiet River");

            full.set(false);
            fixture.advance(IndexLifecycle.RETRY_AFTER);
            assertThat(found(search, "river")).containsExactlyInAnyOrder("Quiet River", "Wild River");
        }
    }

    @Test
    void anIndexThatCannotBeCreatedIsRetriedLater() {
        AtomicBoolean full = new AtomicBoolean(true);
        Directory disk = new ByteBuffersDirectory();
        fixture.addMovies("Quiet River");
        try (Search search = fixture.search(new IndexLocation(() -> new Disk(disk, full)), Runnable::run)) {
            assertThat(found(search, "quiet")).containsExactly("Quiet River");
            assertThat(found(search, "tt7654321")).isEmpty(); // provisional
            assertThat(found(search, "river")).isEmpty();

            full.set(false);
            assertThat(found(search, "river")).as("not tried at once").isEmpty();
            fixture.advance(IndexLifecycle.RETRY_AFTER);
            assertThat(found(search, "river")).containsExactly("Quiet River");
        }
    }

    private Search search() {
        return fixture.search(IndexLocation.memory(), work::add);
    }

    private void finishWork() {
        for (Runnable next = work.poll(); next != null; next = work.poll()) {
            next.run();
        }
    }

    private List<String> found(Search search, String text) {
        return found(search, text, 10);
    }

    private List<String> found(Search search, String text, int limit) {
        return fixture.titles(search.movies(text, limit));
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /// A directory that can be full and stays open when it is closed.
    private static final class Disk extends FilterDirectory {

        private final AtomicBoolean full;

        Disk(Directory files, AtomicBoolean full) {
            super(files);
            this.full = full;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            if (full.get()) {
                throw new IOException("No space left on device");
            }
            return super.createOutput(name, context);
        }

        @Override
        public void close() {}
    }
}
