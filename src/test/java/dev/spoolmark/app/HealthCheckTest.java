package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Permission;
import dev.spoolmark.conformance.TestClock;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.DatabaseFactory;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.PostgresLogin;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.db.WriterThread;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `/health` reports whether a write commits and all background tasks run.
@Timeout(60)
class HealthCheckTest {

    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String WRITES = "SELECT coalesce(max(next_id), 0) FROM id_block WHERE name = 'write_probe'";

    private final AtomicLong nanos = new AtomicLong();
    private final BackgroundTasks tasks = BackgroundTasks.plain();

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void aServerThatCanWriteIsHealthy() throws IOException, InterruptedException {
        try (TestServer server = TestServer.startEmpty(new TestClock())) {
            for (String path : List.of("/health", "/ready")) {
                HttpResponse<String> response = get(server.port(), path);
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.body()).isEqualTo("{\"status\":\"ok\"}");
            }
        }
    }

    @Test
    void aFailedWriteIsReportedUntilWritesSucceedAgain() throws Exception {
        Path file = TestDatabases.folder().resolve("spoolmark.db");
        try (Database database = DatabaseFactory.sqlite(file);
                TestServer server = TestServer.startOver(database, new TestClock());
                var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            HttpResponse<String> response = get(server.port(), "/health");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            assertThat(response.body())
                    .isEqualTo("{\"status\":\"failure\",\"error\":\"a write was not committed within 5 s\"}");

            statement.execute("ROLLBACK");
            assertThat(waitForStatus200(server.port())).isEqualTo(200);
        }
    }

    @Test
    void aReadOnlySqliteDatabaseIsReported() {
        try (Database database = TestDatabases.open(Engine.SQLITE)) {
            HealthCheck health = new HealthCheck(database, tasks, nanos::get, TIMEOUT.multipliedBy(100));
            assertThat(health.problem()).isEmpty();
            database.write(tx -> tx.update("PRAGMA query_only = ON"));

            expireResult();
            assertThat(health.problem()).hasValue("the database files are read-only");
        }
    }

    @Test
    void anEndedWriterThreadIsReportedAndWritesAreRejected() throws IOException, InterruptedException {
        Path file = TestDatabases.folder().resolve("spoolmark.db");
        try (Database database = DatabaseFactory.sqlite(file);
                TestServer server = TestServer.startOver(database, new TestClock())) {
            server.features().applications().add("sign-up page", EnumSet.of(Permission.ACCOUNT_CREATE), KEY);
            WriterThread.end(database);

            HttpResponse<String> health = get(server.port(), "/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body())
                    .isEqualTo("{\"status\":\"failure\","
                            + "\"error\":\"the database writer thread has ended: restart the server\"}");

            HttpResponse<String> write = CLIENT.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/account/create/" + KEY))
                            .POST(BodyPublishers.ofString("{\"username\":\"newcomer\",\"password\":\""
                                    + "0123456789".repeat(4) + "\",\"email\":\"n@example.org\"}"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(write.statusCode()).as(write.body()).isEqualTo(503);
            assertThat(write.body()).contains("has ended");
            assertThat(get(server.port(), "/server/time.json/" + KEY).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aReadOnlyPostgresDatabaseIsReported() throws SQLException, IOException, InterruptedException {
        PostgresLogin login = TestDatabases.login();
        try (Database database = DatabaseFactory.postgres(login);
                TestServer server = TestServer.startOver(database, new TestClock())) {
            assertThat(get(server.port(), "/health").statusCode()).isEqualTo(200);
            readOnly(login, true);

            HttpResponse<String> response = waitForReadOnly(server.port());
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).isEqualTo("{\"status\":\"failure\",\"error\":\"the database is read-only\"}");

            readOnly(login, false);
            assertThat(waitForStatus200(server.port())).isEqualTo(200);
        }
    }

    /// A standby server answers reads and rejects writes until it is promoted.
    @Test
    void aPostgresStandbyIsReportedAsReadOnly() throws IOException {
        Path folder = TestDatabases.folder().resolve("pg");
        PostgresLogin login;
        int port;
        try (EmbeddedPostgres primary = postgres(folder, 0)) {
            port = primary.getPort();
            login = new PostgresLogin(primary.getJdbcUrl("postgres", "postgres"), "postgres", "", 2, 5);
            DatabaseFactory.postgres(login).close();
        }
        Files.createFile(folder.resolve("standby.signal"));
        try (EmbeddedPostgres standby = postgres(folder, port);
                Database database = DatabaseFactory.postgres(login)) {
            assertThat(standby.getPort()).isEqualTo(port);
            assertThat(new HealthCheck(database, tasks).problem()).hasValue("the database is read-only");
            assertThat(writes(database)).isZero();
        }
    }

    private static EmbeddedPostgres postgres(Path folder, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    /// Makes new sessions read-only or not, and ends the existing ones, as a failover does.
    private static void readOnly(PostgresLogin login, boolean readOnly) throws SQLException {
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                var statement = connection.createStatement()) {
            statement.execute("BEGIN READ WRITE");
            statement.execute(
                    "ALTER DATABASE " + connection.getCatalog() + " SET default_transaction_read_only = " + readOnly);
            statement.execute("COMMIT");
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
    }

    /// Repeats the check until it reports more than broken connections.
    private static HttpResponse<String> waitForReadOnly(int port) throws IOException, InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        HttpResponse<String> response = get(port, "/health");
        while (!response.body().contains("read-only") && System.nanoTime() < until) {
            response = get(port, "/health");
        }
        return response;
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void manyChecksCauseOneWritePerSecond(Engine engine) throws InterruptedException {
        try (Database database = TestDatabases.open(engine)) {
            HealthCheck health = new HealthCheck(database, tasks, nanos::get, TIMEOUT.multipliedBy(100));
            List<Thread> asking = new ArrayList<>();
            for (int n = 0; n < 50; n++) {
                asking.add(Thread.ofVirtual()
                        .start(() -> assertThat(health.problem()).isEmpty()));
            }
            for (Thread thread : asking) {
                thread.join();
            }
            assertThat(writes(database)).isOne();

            expireResult();
            assertThat(health.problem()).isEmpty();
            assertThat(writes(database)).isEqualTo(2);
        }
    }

    /// A hanging write is started once; later checks report it at once after the timeout.
    @Test
    void aHangingWriteIsWaitedForOnceAndReported() throws InterruptedException {
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (Database database = TestDatabases.open(Engine.SQLITE)) {
            Thread holder = Thread.ofVirtual()
                    .start(() -> database.write(tx -> {
                        holding.countDown();
                        return awaited(release);
                    }));
            holding.await();
            HealthCheck health = new HealthCheck(database, tasks, nanos::get, TIMEOUT);

            assertThat(health.problem())
                    .hasValueSatisfying(reason -> assertThat(reason).startsWith("a write was not"));
            nanos.addAndGet(Duration.ofHours(1).toNanos());
            for (int n = 0; n < 1_000; n++) {
                assertThat(health.problem()).isPresent();
            }
            assertThat(database.load().waiting()).isOne();

            release.countDown();
            holder.join();
            while (health.problem().isPresent()) {
                expireResult();
            }
        }
    }

    @Test
    void slowReadsOnAllConnectionsDoNotAffectHealth() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        try (Database database = TestDatabases.open(Engine.SQLITE)) {
            int readers = 3 * Runtime.getRuntime().availableProcessors() + 8;
            List<Thread> slow = new ArrayList<>();
            for (int n = 0; n < readers; n++) {
                slow.add(Thread.ofVirtual().start(() -> database.read(tx -> awaited(release))));
            }

            assertThat(new HealthCheck(database, tasks).problem()).isEmpty();

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

    /// Advances the clock so that the last result expires.
    private void expireResult() {
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    }

    private static long writes(Database database) {
        return database.read(tx -> tx.findFirst(WRITES, row -> row.getLong(1))).orElseThrow();
    }

    private static int waitForStatus200(int port) throws IOException, InterruptedException {
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
