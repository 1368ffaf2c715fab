package dev.spoolmark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Query timeouts on PostgreSQL.
@Timeout(60)
class PostgresBudgetTest {

    private static final Duration BUDGET = Duration.ofMillis(300); // one second when rounded up

    private final Database database = TestDatabases.open(Engine.POSTGRESQL);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aReadBeyondItsTimeoutIsCancelledAndRejected() {
        assertThatThrownBy(() -> QueryTimeout.with(BUDGET, () -> database.read(tx -> sleep(tx, 30_000))))
                .satisfies(PostgresBudgetTest::isOverloaded);
    }

    @Test
    void aWriteBeyondItsTimeoutIsRolledBack() {
        assertThatThrownBy(() -> QueryTimeout.with(
                        BUDGET,
                        () -> database.write(tx -> {
                            tx.update("INSERT INTO slug (kind, slug, item_id) VALUES (1, 'too-late', 1)");
                            return sleep(tx, 30_000);
                        })))
                .satisfies(PostgresBudgetTest::isOverloaded);

        assertThat(database.<Long>read(
                        tx -> tx.findFirst("SELECT count(*) FROM slug WHERE slug = 'too-late'", row -> row.getLong(1))
                                .orElseThrow()))
                .isZero();
    }

    @Test
    void commandsHaveNoTimeout() {
        QueryTimeout.with(BUDGET, () -> database.read(tx -> sleep(tx, 0)));

        assertThat(database.<Boolean>read(tx -> sleep(tx, 1_500))).isTrue();
        assertThat(database.<String>read(tx -> tx.findFirst("SHOW statement_timeout", row -> row.getString(1))
                        .orElseThrow()))
                .isEqualTo("0");
    }

    private static boolean sleep(Tx tx, int millis) {
        return tx.findFirst("SELECT 1 FROM pg_sleep(CAST(? AS INTEGER) / 1000.0)", row -> true, millis)
                .orElseThrow();
    }

    private static void isOverloaded(Throwable thrown) {
        assertThat(((ProblemException) thrown).problem()).isInstanceOf(Problem.Overloaded.class);
    }
}
