package dev.spoolmark.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class ActivityOutboxTest {

    private static final Instant NOON = Instant.parse("2013-06-24T12:00:00Z");
    private static final UserId ANN = new UserId(7);

    @Parameter
    Engine engine;

    Database database;
    boolean subscribed = true;
    final ActivityOutbox outbox = new ActivityOutbox(() -> subscribed);
    final ActivityStamps stamps = new ActivityStamps(outbox);

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachChangeIsAnEventInOrder() {
        database.write(tx -> rate(tx, ANN, 1));
        database.write(tx -> {
            stamps.changed(
                    tx,
                    ANN,
                    ActivityChange.removed(ActivityType.COLLECTION, List.of(new MovieId(2))),
                    NOON.plusMillis(5));
            return true;
        });

        List<ActivityEvent> events = outbox.read(database, 10);

        assertThat(events).extracting(ActivityEvent::id).isSorted().doesNotHaveDuplicates();
        assertThat(events)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(
                        new ActivityEvent(0, ANN, ActivityArea.MOVIE_RATING, new MovieId(1), false, NOON),
                        new ActivityEvent(
                                0, ANN, ActivityArea.MOVIE_COLLECTION, new MovieId(2), true, NOON.plusMillis(5)));
    }

    @Test
    void deletedEventsAreNotReadAgain() {
        for (int movie = 1; movie <= 5; movie++) {
            int rated = movie;
            database.write(tx -> rate(tx, ANN, rated));
        }

        List<ActivityEvent> first = outbox.read(database, 2);
        assertThat(outbox.read(database, 2)).isEqualTo(first);
        outbox.delete(database, first);

        assertThat(outbox.read(database, 10))
                .extracting(event -> event.item().value())
                .containsExactly(3L, 4L, 5L);
    }

    @Test
    void nothingIsStoredOnRollback() {
        assertThatThrownBy(() -> database.write(tx -> {
                    rate(tx, ANN, 1);
                    throw new IllegalStateException("rolled back");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(outbox.read(database, 10)).isEmpty();
    }

    @Test
    void nothingIsStoredWithoutSubscribers() {
        subscribed = false;
        database.write(tx -> rate(tx, ANN, 1));

        assertThat(outbox.read(database, 10)).isEmpty();
    }

    @Test
    void mergesProduceNoEvents() {
        database.write(tx -> {
            stamps.touch(tx, ANN, List.of(ActivityArea.MOVIE_RATING), NOON);
            return true;
        });

        assertThat(outbox.read(database, 10)).isEmpty();
    }

    /// The reader deletes what it has read while several users write.
    @Test
    void concurrentWritesAreDeliveredOnceEach() throws InterruptedException {
        List<Thread> writers = new ArrayList<>();
        for (int user = 1; user <= 4; user++) {
            UserId id = new UserId(user);
            writers.add(Thread.ofVirtual().start(() -> {
                for (int change = 0; change < 50; change++) {
                    int movie = (int) id.value() * 1_000 + change;
                    database.write(tx -> rate(tx, id, movie));
                }
            }));
        }
        List<ActivityEvent> delivered = new ArrayList<>();
        while (delivered.size() < 200 && (writers.stream().anyMatch(Thread::isAlive) || deliver(delivered) > 0)) {
            deliver(delivered);
        }
        for (Thread writer : writers) {
            writer.join();
        }
        deliver(delivered);

        assertThat(delivered).extracting(ActivityEvent::id).doesNotHaveDuplicates();
        assertThat(delivered)
                .extracting(event -> event.item().value())
                .doesNotHaveDuplicates()
                .hasSize(200);
        for (int user = 1; user <= 4; user++) {
            UserId id = new UserId(user);
            assertThat(delivered.stream()
                            .filter(event -> event.user().equals(id))
                            .map(event -> event.item().value()))
                    .isSorted();
        }
    }

    private int deliver(List<ActivityEvent> delivered) {
        List<ActivityEvent> events = outbox.read(database, 20);
        delivered.addAll(events);
        outbox.delete(database, events);
        return events.size();
    }

    private boolean rate(Tx tx, UserId user, long movie) {
        stamps.changed(tx, user, List.of(ActivityChange.added(ActivityType.RATING, new MovieId(movie))), NOON);
        return true;
    }
}
