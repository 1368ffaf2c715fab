package dev.spoolmark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Guarantees of both engines.
@ParameterizedClass
@EnumSource(Engine.class)
class DatabaseTest {

    @Parameter
    Engine engine;

    Database database;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aWriteIsVisibleToTheNextRead() {
        database.write(tx -> stamp(tx, 1, "movie.rating", 5));

        assertThat(stamps()).containsExactly("1 movie.rating 5");
    }

    @Test
    void aWriteThatThrowsIsRolledBack() {
        assertThatThrownBy(() -> database.write(tx -> {
                    stamp(tx, 1, "movie.rating", 5);
                    throw new IllegalStateException("changed my mind");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(stamps()).isEmpty();
    }

    @Test
    void aFailedWriteDoesNotAffectOthers() {
        IntStream.range(0, 64).parallel().forEach(n -> {
            try {
                database.write(tx -> {
                    stamp(tx, n, "movie.rating", n);
                    if (n % 2 == 1) {
                        throw new IllegalStateException("odd");
                    }
                    return n;
                });
            } catch (IllegalStateException odd) {
                assertThat(odd).hasMessage("odd");
            }
        });

        assertThat(stamps()).hasSize(32).allMatch(line -> line.matches("\\d*[02468] .*"));
    }

    @Test
    void aFailedFirstWriteOfABatchDoesNotAffectOthers() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Thread first = Thread.ofVirtual()
                .start(() -> assertThatThrownBy(() -> database.write(tx -> {
                            stamp(tx, 1, "movie.rating", 1);
                            started.countDown();
                            await(go);
                            throw new IllegalStateException("the first");
                        }))
                        .hasMessage("the first"));
        started.await();
        Thread second = Thread.ofVirtual().start(() -> database.write(tx -> stamp(tx, 2, "movie.rating", 2)));

        go.countDown();
        first.join();
        second.join();

        assertThat(stamps()).containsExactly("2 movie.rating 2");
    }

    @Test
    void anyNumberOfRowsIsInsertedInABatch() {
        List<Object[]> rows = IntStream.range(0, 203)
                .mapToObj(n -> new Object[] {(long) n, "movie.rating", (long) n})
                .toList();

        database.write(tx -> {
            tx.insertAll("INSERT INTO activity (user_id, area, changed_at)", rows);
            return null;
        });

        assertThat(stamps()).hasSize(203).contains("0 movie.rating 0", "202 movie.rating 202");
    }

    @Test
    void idsAreUnique() {
        Set<Long> ids = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 500).parallel().forEach(n -> {
            try {
                database.write(tx -> {
                    long id = tx.newId("item");
                    stamp(tx, id, "taken", n);
                    if (n % 7 == 0) {
                        throw new IllegalStateException("rolled back");
                    }
                    assertThat(ids.add(id)).isTrue();
                    return id;
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("rolled back");
            }
        });

        assertThat(ids).hasSize(500 - 72);
    }

    @Test
    void everyThrowableReachesTheCallerAndTheNextWriteSucceeds() {
        for (Throwable thrown : List.of(
                new StackOverflowError("deep"),
                new IOException("sneaked through"),
                new IllegalStateException("plain"))) {
            assertThatThrownBy(() -> database.write(tx -> {
                        stamp(tx, 1, "movie.rating", 5);
                        throw DatabaseTest.<RuntimeException>sneaky(thrown);
                    }))
                    .satisfiesAnyOf(
                            error -> assertThat(error).isSameAs(thrown),
                            error -> assertThat(error).hasRootCause(thrown));
        }

        database.write(tx -> stamp(tx, 2, "movie.rating", 5));
        assertThat(stamps()).containsExactly("2 movie.rating 5");
    }

    @Test
    void anInterruptInAWriteDoesNotAffectTheNext() throws InterruptedException {
        Thread.ofVirtual()
                .start(() -> database.write(tx -> {
                    Thread.currentThread().interrupt();
                    return stamp(tx, 1, "movie.rating", 5);
                }))
                .join();

        database.write(tx -> stamp(tx, 2, "movie.rating", 5));
        assertThat(stamps()).contains("2 movie.rating 5");
    }

    @Test
    void aProbeLeavesNoVisibleData() {
        database.probe();
        database.probe();

        assertThat(stamps()).isEmpty();
    }

    /// The last row throws: a query that is read completely before the first row is returned would return none.
    @Test
    void rowsAreStreamed() {
        AtomicInteger seen = new AtomicInteger();

        assertThatThrownBy(() -> database.read(tx -> {
                    tx.forEach("""
                            WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 5000)
                            SELECT %s FROM counted
                            """.formatted(failingAt(4_000)), row -> seen.incrementAndGet());
                    return seen.get();
                }))
                .isInstanceOf(DatabaseException.class);

        assertThat(seen.get()).isBetween(1, 3_999);
        database.write(tx -> stamp(tx, 1, "movie.rating", 5));
        assertThat(stamps()).hasSize(1);
    }

    @Test
    void rowsAreStreamedInsideAWrite() {
        AtomicInteger seen = new AtomicInteger();

        database.write(tx -> {
            stamp(tx, 1, "movie.rating", 5);
            stamp(tx, 2, "movie.rating", 5);
            tx.forEach("SELECT user_id FROM activity ORDER BY user_id", row -> seen.incrementAndGet());
            return stamp(tx, 3, "movie.rating", 5);
        });

        assertThat(seen).hasValue(2);
        assertThat(stamps()).hasSize(3);
    }

    private String failingAt(int row) {
        return switch (engine) {
            case SQLITE -> "CASE WHEN n = " + row + " THEN abs(-9223372036854775807 - 1) ELSE n END";
            case POSTGRESQL -> "1 / (" + row + " - n)";
        };
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // so that the compiler lets a checked one pass
    private static <X extends Throwable> X sneaky(Throwable thrown) throws X {
        throw (X) thrown;
    }

    @Test
    void aListOfParametersIsPaddedToThePlaceholders() {
        database.write(tx -> {
            tx.updateAll(
                    "INSERT INTO activity (user_id, area, changed_at) VALUES (?, ?, ?)",
                    List.of(new Object[] {1, "a", 1}, new Object[] {2, "b", 2}, new Object[] {3, "c", 3}));
            return null;
        });

        List<Long> requested = List.of(1L, 3L, 9L);
        List<Long> found = database.read(tx -> tx.query(
                "SELECT user_id FROM activity WHERE user_id IN (" + Tx.placeholders(3) + ") ORDER BY user_id",
                row -> row.getLong(1),
                Tx.padToPlaceholders(requested)));
        assertThat(found).containsExactly(1L, 3L);
    }

    @Test
    void aValidDatabaseHasNoIntegrityProblems() {
        database.write(tx -> stamp(tx, 1, "movie.rating", 5));

        assertThat(database.integrityProblems()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int stamp(Tx tx, long user, String area, long at) {
        return tx.update("INSERT INTO activity (user_id, area, changed_at) VALUES (?, ?, ?)", user, area, at);
    }

    private List<String> stamps() {
        return database.read(tx -> tx.query(
                "SELECT user_id, area, changed_at FROM activity ORDER BY user_id, area",
                row -> row.getLong(1) + " " + row.getString(2) + " " + row.getLong(3)));
    }
}
