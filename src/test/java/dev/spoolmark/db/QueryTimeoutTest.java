package dev.spoolmark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What becomes of a read of SQLite that takes too long.
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
    void whatTakesLongerThanItsBudgetIsEndedAndRefused() {
        assertThatThrownBy(() -> QueryTimeout.with(LITTLE, () -> counted(Long.MAX_VALUE)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Overloaded.class));
    }

    @Test
    void theSameConnectionsReadOnAfterwards() {
        for (int more = 0; more < 2 * Runtime.getRuntime().availableProcessors() + 8; more++) {
            assertThatThrownBy(() -> QueryTimeout.with(LITTLE, () -> counted(Long.MAX_VALUE)))
                    .isInstanceOf(ProblemException.class);
            assertThat(counted(10)).isEqualTo(10);
        }
    }

    @Test
    void whatTakesNoLongerIsAnswered() {
        assertThat(QueryTimeout.<Long, RuntimeException>with(MUCH, () -> counted(1_000_000)))
                .isEqualTo(1_000_000);
    }

    @Test
    void whereThereIsNoBudgetItTakesAsLongAsItTakes() {
        long enough = 2_000_000;
        assertThatThrownBy(() -> QueryTimeout.with(Duration.ofNanos(1), () -> counted(enough)))
                .isInstanceOf(ProblemException.class);

        assertThat(counted(enough)).isEqualTo(enough);
    }

    private long counted(long rows) {
        return database.read(tx -> tx.findFirst("""
                        WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)
                        SELECT count(*) FROM counted
                        """, row -> row.getLong(1), rows))
                .orElseThrow();
    }
}
