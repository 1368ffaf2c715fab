package dev.spoolmark.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Totals of plays are rebuilt from the plays, on both engines.
@ParameterizedClass
@EnumSource(Engine.class)
class WatchedRebuildTest {

    @Parameter
    Engine engine;

    private final AtomicLong number = new AtomicLong();
    Database database;
    WatchedRebuild recount;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        recount = new WatchedRebuild(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void correctTotalsAreUnchanged() {
        addHistory();
        List<String> previous = sums();

        assertThat(recount.all(_ -> {})).isEqualTo(new WatchedRebuild.Counted(5, 0));
        assertThat(sums()).isEqualTo(previous);
    }

    @Test
    void deletedTotalsAreRestored() {
        addHistory();
        List<String> previous = sums();
        write("DELETE FROM watched WHERE plays > 0");

        assertThat(recount.all(_ -> {})).isEqualTo(new WatchedRebuild.Counted(5, 4));
        assertThat(sums()).isEqualTo(previous);
    }

    @Test
    void wrongTotalsAreCorrected() {
        addHistory();
        List<String> previous = sums();
        write(
                "UPDATE watched SET plays = 7, first_at = 1, last_at = 2, unseen_at = 3 WHERE user_id = 1 AND item_id = 10");
        write("INSERT INTO watched (user_id, kind, item_id, show_id, plays) VALUES (3, 1, 10, 0, 1)");

        assertThat(recount.all(_ -> {})).isEqualTo(new WatchedRebuild.Counted(6, 2));
        assertThat(sums()).as("and what nobody played is gone").isEqualTo(previous);
    }

    @Test
    void manyPlaysAreCountedInBatches() {
        database.write(tx -> {
            List<Object[]> plays = new ArrayList<>();
            for (long item = 1; item <= 12_001; item++) {
                plays.add(new Object[] {item % 3, item, item, item});
            }
            tx.updateAll("""
                    INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)
                    VALUES (?, ?, 4, ?, 5, ?, 0, 1, 0)
                    """, plays);
            return true;
        });
        List<Long> reached = new ArrayList<>();

        assertThat(recount.all(reached::add)).isEqualTo(new WatchedRebuild.Counted(12_001, 12_001));
        assertThat(reached).containsExactly(5_000L, 10_000L, 12_001L);
        assertThat(recount.all(_ -> {})).isEqualTo(new WatchedRebuild.Counted(12_001, 0));
    }

    @Test
    void concurrentPlaysAreNotLost() throws InterruptedException, ExecutionException {
        for (int round = 0; round < 10; round++) {
            write("UPDATE watched SET plays = 99");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Boolean>> work = new ArrayList<>();
                for (int player = 0; player < 8; player++) {
                    long user = player % 2;
                    work.add(() -> plays(user, 10, 1_000L));
                }
                work.add(() -> recount.all(_ -> {}).sums() >= 0);
                for (Future<Boolean> one : threads.invokeAll(work)) {
                    assertThat(one.get()).isTrue();
                }
            }
            recount.all(_ -> {});
            assertThat(sums())
                    .containsExactly(
                            "0 1 10 0 " + 4 * (round + 1) + " 1000 1000 null",
                            "1 1 10 0 " + 4 * (round + 1) + " 1000 1000 null");
        }
    }

    /// Two users; one item played twice, one without a time, one marked unseen.
    private void addHistory() {
        plays(1, 10, 500L);
        plays(1, 10, 400L);
        plays(1, 11, null);
        plays(2, 10, 300L);
        write("""
                INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)
                VALUES (2, 900, 4, 12, 77, 5, 0, 3, 0)""");
        write(
                "INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at) VALUES (2, 4, 12, 77, 1, 5, 5)");
        write("INSERT INTO watched (user_id, kind, item_id, show_id, plays, unseen_at) VALUES (2, 4, 13, 77, 0, 600)");
    }

    /// Writes the play, then its total, as the recorder does.
    private boolean plays(long user, long movie, @org.jspecify.annotations.Nullable Long at) {
        long id = number.incrementAndGet();
        return database.write(tx -> {
            tx.update("""
                    INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)
                    VALUES (?, ?, 1, ?, 0, ?, ?, 1, 0)
                    """, user, id, movie, at, id);
            return tx.update("""
                    INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)
                    VALUES (?, 1, ?, 0, 1, ?, ?)
                    ON CONFLICT (user_id, kind, item_id) DO UPDATE SET plays = watched.plays + 1,
                        first_at = CASE WHEN watched.first_at < excluded.first_at
                                        THEN watched.first_at ELSE excluded.first_at END
                    """, user, movie, at, at) == 1;
        });
    }

    private List<String> sums() {
        return database.read(tx -> tx.query(
                "SELECT user_id, kind, item_id, show_id, plays, first_at, last_at, unseen_at FROM watched"
                        + " ORDER BY user_id, kind, item_id",
                row -> row.getLong(1) + " " + row.getLong(2) + " " + row.getLong(3) + " " + row.getLong(4) + " "
                        + row.getLong(5) + " " + row.numberOrNull(6) + " " + row.numberOrNull(7) + " "
                        + row.numberOrNull(8)));
    }

    private void write(String sql) {
        database.write(tx -> tx.update(sql));
    }
}
