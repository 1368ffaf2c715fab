package dev.spoolmark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What becomes of reads of SQLite while slow ones hold all connections.
@Timeout(60)
class ReservedReaderTest {

    private static final Duration LITTLE = Duration.ofMillis(50);
    private static final Duration MUCH = Duration.ofSeconds(30);

    @Test
    void urgentReadsAndWritesGoOnAndOthersAreRefusedWhenTheirTimeIsOver() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        List<Thread> slow = new ArrayList<>();
        try (Database database = TestDatabases.open(Engine.SQLITE)) {
            int connections = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
            CountDownLatch held = new CountDownLatch(connections);
            for (int n = 0; n < connections; n++) {
                slow.add(Thread.ofVirtual()
                        .start(() -> database.read(tx -> {
                            held.countDown();
                            return awaited(release);
                        })));
            }
            held.await();

            assertThatThrownBy(() -> ReadBudget.within(LITTLE, () -> one(database)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Overloaded.class));
            assertThat(ReadBudget.<Long, RuntimeException>within(
                            MUCH, () -> ReadBudget.<Long, RuntimeException>urgently(() -> one(database))))
                    .isOne();
            database.probe();

            release.countDown();
            for (Thread thread : slow) {
                thread.join();
            }
            assertThat(ReadBudget.<Long, RuntimeException>within(MUCH, () -> one(database)))
                    .isOne();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long one(Database database) {
        return database.read(tx -> tx.first("SELECT 1", row -> row.number(1))).orElseThrow();
    }
}
