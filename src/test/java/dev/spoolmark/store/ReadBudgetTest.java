package dev.spoolmark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What becomes of a read of SQLite that takes too long.
@Timeout(60)
class ReadBudgetTest {

    private static final Duration LITTLE = Duration.ofMillis(20);
    private static final Duration MUCH = Duration.ofMinutes(1);

    private final Database database = TestDatabases.open(Engine.SQLITE);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatTakesLongerThanItsBudgetIsEndedAndRefused() {
        assertThatThrownBy(() -> ReadBudget.within(LITTLE, () -> counted(Long.MAX_VALUE)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Overloaded.class));
    }

    @Test
    void theSameConnectionsReadOnAfterwards() {
        for (int more = 0; more < 2 * Runtime.getRuntime().availableProcessors() + 8; more++) {
            assertThatThrownBy(() -> ReadBudget.within(LITTLE, () -> counted(Long.MAX_VALUE)))
                    .isInstanceOf(Refusal.class);
            assertThat(counted(10)).isEqualTo(10);
        }
    }

    @Test
    void whatTakesNoLongerIsAnswered() {
        assertThat(ReadBudget.<Long, RuntimeException>within(MUCH, () -> counted(1_000_000)))
                .isEqualTo(1_000_000);
    }

    @Test
    void whereThereIsNoBudgetItTakesAsLongAsItTakes() {
        long enough = 2_000_000;
        assertThatThrownBy(() -> ReadBudget.within(Duration.ofNanos(1), () -> counted(enough)))
                .isInstanceOf(Refusal.class);

        assertThat(counted(enough)).isEqualTo(enough);
    }

    private long counted(long rows) {
        return database.read(tx -> tx.first("""
                        WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)
                        SELECT count(*) FROM counted
                        """, row -> row.number(1), rows)).orElseThrow();
    }
}
