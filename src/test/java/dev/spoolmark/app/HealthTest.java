package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.conformance.TestClock;
import dev.spoolmark.kernel.BackgroundTasks;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Databases;
import dev.spoolmark.store.Engine;
import dev.spoolmark.store.TestDatabases;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `/health` says whether the server can do its work: whether a write commits, and whether all background tasks run.
@Timeout(60)
class HealthTest {

    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String WRITES = "SELECT coalesce(max(next_id), 0) FROM id_block WHERE name = 'write_probe'";

    private final AtomicLong nanos = new AtomicLong();
    private final BackgroundTasks tasks = BackgroundTasks.plain();

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void aServerThatCanWriteIsWell() throws IOException, InterruptedException {
        try (TestServer server = TestServer.startEmpty(new TestClock())) {
            for (String path : List.of("/health", "/ready")) {
                HttpResponse<String> answer = get(server.port(), path);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
            }
        }
    }

    @Test
    void aServerThatCannotWriteSaysWhyAndIsWellAgainAfterwards() throws Exception {
        Path file = TestDatabases.folder().resolve("spoolmark.db");
        try (Database database = Databases.sqlite(file);
                TestServer server = TestServer.startOver(database, new TestClock());
                var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            HttpResponse<String> answer = get(server.port(), "/health");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body())
                    .isEqualTo("{\"status\":\"failure\",\"error\":\"a write is not on the disk after 5 s\"}");

            statement.execute("ROLLBACK");
            assertThat(eventually(server.port())).isEqualTo(200);
        }
    }

    @Test
    void aStoreThatIsReadOnlyIsSaidToBe() {
        try (Database database = TestDatabases.open(Engine.SQLITE)) {
            Health health = new Health(database, tasks, nanos::get, PATIENCE.multipliedBy(100));
            assertThat(health.problem()).isEmpty();
            database.write(tx -> tx.update("PRAGMA query_only = ON"));

            later();
            assertThat(health.problem()).hasValue("the files of the server are read-only");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void howeverManyAskThereIsOneWriteASecond(Engine engine) throws InterruptedException {
        try (Database database = TestDatabases.open(engine)) {
            Health health = new Health(database, tasks, nanos::get, PATIENCE.multipliedBy(100));
            List<Thread> asking = new ArrayList<>();
            for (int n = 0; n < 50; n++) {
                asking.add(Thread.ofVirtual()
                        .start(() -> assertThat(health.problem()).isEmpty()));
            }
            for (Thread thread : asking) {
                thread.join();
            }
            assertThat(writes(database)).isOne();

            later();
            assertThat(health.problem()).isEmpty();
            assertThat(writes(database)).isEqualTo(2);
        }
    }

    /// A write that hangs is asked for once; who asks while it hangs is answered at once when its time is over.
    @Test
    void aWriteThatHangsIsWaitedForOnceAndFound() throws InterruptedException {
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (Database database = TestDatabases.open(Engine.SQLITE)) {
            Thread holder = Thread.ofVirtual()
                    .start(() -> database.write(tx -> {
                        holding.countDown();
                        return awaited(release);
                    }));
            holding.await();
            Health health = new Health(database, tasks, nanos::get, PATIENCE);

            assertThat(health.problem())
                    .hasValueSatisfying(reason -> assertThat(reason).startsWith("a write is not"));
            nanos.addAndGet(Duration.ofHours(1).toNanos());
            for (int n = 0; n < 1_000; n++) {
                assertThat(health.problem()).isPresent();
            }
            assertThat(database.load().waiting()).isOne();

            release.countDown();
            holder.join();
            while (health.problem().isPresent()) {
                later();
            }
        }
    }

    @Test
    void slowReadsOnAllConnectionsDoNotMakeAServerIll() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        try (Database database = TestDatabases.open(Engine.SQLITE)) {
            int readers = 3 * Runtime.getRuntime().availableProcessors() + 8;
            List<Thread> slow = new ArrayList<>();
            for (int n = 0; n < readers; n++) {
                slow.add(Thread.ofVirtual().start(() -> database.read(tx -> awaited(release))));
            }

            assertThat(new Health(database, tasks).problem()).isEmpty();

            release.countDown();
            for (Thread thread : slow) {
                thread.join();
            }
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

    /// What is known is too old now.
    private void later() {
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    }

    private static long writes(Database database) {
        return database.read(tx -> tx.first(WRITES, row -> row.number(1))).orElseThrow();
    }

    private static int eventually(int port) throws IOException, InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        int status = 0;
        while (status != 200 && System.nanoTime() < until) {
            status = get(port, "/health").statusCode();
        }
        return status;
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
