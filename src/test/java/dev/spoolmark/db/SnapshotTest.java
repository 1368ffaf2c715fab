package dev.spoolmark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Reads of one moment.
@ParameterizedClass
@EnumSource(Engine.class)
class SnapshotTest {

    /// More than an engine has connections.
    private static final int MANY = 40;

    @Parameter
    Engine engine;

    private Database database;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void allReadsOfASnapshotSeeTheSameRows() {
        add(1);

        long inside = database.snapshot(() -> {
            addInAnotherThread(2);
            return count();
        });

        assertThat(inside).isOne();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void otherThreadsSeeNewRowsMeanwhile() {
        long other = database.snapshot(() -> {
            addInAnotherThread(1);
            return inAnotherThread(this::count);
        });

        assertThat(other).isOne();
    }

    @Test
    void aSnapshotInASnapshotSeesTheSameRows() {
        long inside = database.snapshot(() -> {
            addInAnotherThread(1);
            return database.snapshot(this::count);
        });

        assertThat(inside).isZero();
    }

    /// A connection that stays in its transaction would show old rows for ever.
    @Test
    void noConnectionKeepsASnapshotThatEndedOrFailed() {
        IntStream.range(0, MANY).forEach(n -> {
            assertThat(database.<Long>snapshot(this::count)).isZero();
            assertThatThrownBy(() -> database.snapshot(() -> {
                        count();
                        throw new IllegalStateException("failed");
                    }))
                    .hasMessage("failed");
        });

        add(1);

        IntStream.range(0, MANY).parallel().forEach(n -> assertThat(count()).isOne());
    }

    @Test
    void aWrongStatementEndsTheSnapshotWithAnError() {
        assertThatThrownBy(() -> database.snapshot(
                        () -> database.read(tx -> tx.findFirst("SELECT x FROM activity", row -> row.getLong(1)))))
                .isInstanceOf(RuntimeException.class);

        add(1);
        IntStream.range(0, MANY).parallel().forEach(n -> assertThat(count()).isOne());
    }

    private long count() {
        return database.read(tx -> tx.findFirst("SELECT count(*) FROM activity", row -> row.getLong(1)))
                .orElseThrow();
    }

    private void add(long user) {
        database.write(tx ->
                tx.update("INSERT INTO activity (user_id, area, changed_at) VALUES (?, 'movie.rating', ?)", user, 5L));
    }

    private void addInAnotherThread(long user) {
        inAnotherThread(() -> {
            add(user);
            return user;
        });
    }

    private static long inAnotherThread(LongSupplier work) {
        long[] result = new long[1];
        Thread thread = Thread.ofVirtual().start(() -> result[0] = work.getAsLong());
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return result[0];
    }
}
