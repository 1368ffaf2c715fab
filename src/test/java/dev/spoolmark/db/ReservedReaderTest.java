package dev.spoolmark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Reads of SQLite while slow reads hold all connections.
@Timeout(60)
class ReservedReaderTest {

    private static final Duration LITTLE = Duration.ofMillis(50);
    private static final Duration MUCH = Duration.ofSeconds(30);

    @Test
    void urgentReadsAndWritesSucceedWhileOthersTimeOut() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        List<Thread> slow = new ArrayList<>();
        try (Database database = TestDatabases.open(Engine.SQLITE)) {
            int connections = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
            CountDownLatch inUse = new CountDownLatch(connections);
            for (int n = 0; n < connections; n++) {
                slow.add(Thread.ofVirtual()
                        .start(() -> database.read(tx -> {
                            inUse.countDown();
                            return awaited(release);
                        })));
            }
            inUse.await();

            assertThatThrownBy(() -> QueryTimeout.with(LITTLE, () -> one(database)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Overloaded.class));
            assertThat(QueryTimeout.<Long, RuntimeException>with(
                            MUCH, () -> QueryTimeout.<Long, RuntimeException>urgently(() -> one(database))))
                    .isOne();
            database.probe();

            release.countDown();
            for (Thread thread : slow) {
                thread.join();
            }
            assertThat(QueryTimeout.<Long, RuntimeException>with(MUCH, () -> one(database)))
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
        return database.read(tx -> tx.findFirst("SELECT 1", row -> row.getLong(1)))
                .orElseThrow();
    }
}
