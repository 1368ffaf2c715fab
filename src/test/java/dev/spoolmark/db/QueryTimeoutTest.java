package dev.spoolmark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Query timeouts on SQLite.
@Timeout(60)
class QueryTimeoutTest {

    private static final Duration LITTLE = Duration.ofMillis(20);
    private static final Duration MUCH = Duration.ofMinutes(1);

    private final Database database = TestDatabases.open(Engine.SQLITE);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aReadBeyondItsTimeoutIsCancelledAndRejected() {
        assertThatThrownBy(() -> QueryTimeout.with(LITTLE, () -> countRows(Long.MAX_VALUE)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Overloaded.class));
    }

    @Test
    void connectionsAreUsableAfterATimeout() {
        for (int more = 0; more < 2 * Runtime.getRuntime().availableProcessors() + 8; more++) {
            assertThatThrownBy(() -> QueryTimeout.with(LITTLE, () -> countRows(Long.MAX_VALUE)))
                    .isInstanceOf(ProblemException.class);
            assertThat(countRows(10)).isEqualTo(10);
        }
    }

    @Test
    void aReadWithinItsTimeoutSucceeds() {
        assertThat(QueryTimeout.<Long, RuntimeException>with(MUCH, () -> countRows(1_000_000)))
                .isEqualTo(1_000_000);
    }

    @Test
    void withoutATimeoutAReadIsNotCancelled() {
        long enough = 2_000_000;
        assertThatThrownBy(() -> QueryTimeout.with(Duration.ofNanos(1), () -> countRows(enough)))
                .isInstanceOf(ProblemException.class);

        assertThat(countRows(enough)).isEqualTo(enough);
    }

    private long countRows(long rows) {
        return database.read(tx -> tx.findFirst("""
                        WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)
                        SELECT count(*) FROM counted
                        """, row -> row.getLong(1), rows))
                .orElseThrow();
    }
}
