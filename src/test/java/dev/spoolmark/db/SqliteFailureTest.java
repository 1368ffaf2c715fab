package dev.spoolmark.db;

import static dev.spoolmark.core.Problem.Unavailable.DISK_FULL;
import static dev.spoolmark.core.Problem.Unavailable.LOCKED;
import static dev.spoolmark.core.Problem.Unavailable.READ_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Failures of SQLite, and recovery from them. `torture/run power disk` tests them on real disks.
class SqliteFailureTest {

    private static final String ADD = "INSERT INTO activity (user_id, area, changed_at) VALUES (?, 'movie.seen', ?)";

    private final Path file = TestDatabases.folder().resolve("spoolmark.db");

    @Test
    void aRejectedRowDoesNotAffectTheNextWrite() {
        try (Database database = DatabaseFactory.sqlite(file)) {
            database.write(tx -> tx.update(ADD, 1, 1));
            assertThatThrownBy(() -> database.write(tx -> tx.update(ADD, 1, 1))).isInstanceOf(DatabaseException.class);

            assertThat(database.<Integer>write(tx -> tx.update(ADD, 2, 2))).isOne();
            assertThat(rows(database)).isEqualTo(2);
        }
    }

    /// The driver closes a statement that failed because of the disk, so the statement cache must drop it.
    @Test
    void aStatementWorksAgainAfterAFullDisk() {
        try (Database database = DatabaseFactory.sqlite(file)) {
            database.write(tx -> tx.update(ADD, 1, 1));
            setMaxPages(database, 1); // the current number
            assertThatThrownBy(() -> add(database, 2, 5_000)).satisfies(error -> assertUnavailable(error, DISK_FULL));
            long stored = rows(database);

            setMaxPages(database, 1_000_000);
            add(database, 5_000, 5_100);
            assertThat(rows(database)).isEqualTo(stored + 100);
        }
    }

    /// Another process holds the lock for longer than the timeout: the engine fails at the beginning and the end
    /// of a transaction, as with a full or broken disk.
    @Test
    void writesSucceedAgainAfterALock() throws SQLException {
        try (Database database = DatabaseFactory.sqlite(file)) {
            database.write(tx -> tx.update(ADD, 1, 1));
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                    var statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                assertThatThrownBy(() -> database.write(tx -> tx.update(ADD, 2, 2)))
                        .satisfies(error -> assertUnavailable(error, LOCKED));
                assertThat(rows(database)).isEqualTo(1);
                statement.execute("ROLLBACK");
            }

            assertThat(database.<Integer>write(tx -> tx.update(ADD, 3, 3))).isOne();
            assertThat(rows(database)).isEqualTo(2);
        }
    }

    /// A job that ends the shared transaction leaves the writer without one.
    @Test
    void writesSucceedAfterAJobThatEndedTheTransaction() {
        try (Database database = DatabaseFactory.sqlite(file)) {
            for (String end : List.of("ROLLBACK", "COMMIT")) {
                assertThatThrownBy(() -> database.write(tx -> {
                            tx.update(end);
                            throw new StackOverflowError("deep");
                        }))
                        .isInstanceOf(StackOverflowError.class);
                assertThatThrownBy(() -> database.write(tx -> tx.update(end))).isInstanceOf(ProblemException.class);
            }

            assertThat(database.<Integer>write(tx -> tx.update(ADD, 3, 3))).isOne();
            assertThat(rows(database)).isEqualTo(1);
        }
    }

    /// The engine reports read-only files at the first statement that writes.
    @Test
    void readOnlyFilesAreReported() {
        try (Database database = DatabaseFactory.sqlite(file)) {
            database.write(tx -> tx.update("PRAGMA query_only = ON"));
            assertThatThrownBy(() -> database.write(tx -> tx.update(ADD, 1, 1)))
                    .satisfies(error -> assertUnavailable(error, READ_ONLY));
            assertThatThrownBy(database::probe).satisfies(error -> assertUnavailable(error, READ_ONLY));
        }
    }

    /// Only code outside of all jobs can end the thread: here the log handler throws.
    @Test
    void writesFailAtOnceAfterTheWriterThreadEnded() {
        String reason = "the database writer thread has ended: restart the server";
        try (Database database = DatabaseFactory.sqlite(file)) {
            WriterThread.end(database);

            assertThatThrownBy(() -> database.write(tx -> tx.update(ADD, 1, 1)))
                    .satisfies(error -> assertUnavailable(error, reason));
            assertThatThrownBy(database::probe).satisfies(error -> assertUnavailable(error, reason));
            assertThat(rows(database)).isZero();
        }
    }

    private static void assertUnavailable(Throwable error, String reason) {
        assertThat(((ProblemException) error).problem())
                .isInstanceOfSatisfying(
                        Problem.Unavailable.class,
                        problem -> assertThat(problem.reason()).isEqualTo(reason));
    }

    /// A simulated power cut: beyond the last acknowledged write, any sector of the log is missing or new.
    @Test
    void acknowledgedWritesSurviveATornLog() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            Path folder = TestDatabases.folder();
            Map<String, byte[]> image = new HashMap<>();
            int acknowledged = 20 + random.nextInt(20);
            try (Database database = DatabaseFactory.sqlite(folder.resolve("spoolmark.db"))) {
                add(database, 0, acknowledged);
                Path log = folder.resolve("spoolmark.db-wal");
                int synced = (int) Files.size(log);
                add(database, acknowledged, acknowledged + 10);
                image.put("spoolmark.db", Files.readAllBytes(folder.resolve("spoolmark.db")));
                image.put("spoolmark.db-wal", torn(Files.readAllBytes(log), synced, random));
            }
            Path after = TestDatabases.folder();
            for (Map.Entry<String, byte[]> one : image.entrySet()) {
                Files.write(after.resolve(one.getKey()), one.getValue(), StandardOpenOption.CREATE_NEW);
            }
            try (Database database = DatabaseFactory.sqlite(after.resolve("spoolmark.db"))) {
                assertThat(database.integrityProblems()).isEmpty();
                assertThat(rows(database)).isBetween((long) acknowledged, acknowledged + 10L);
            }
        }
    }

    private static byte[] torn(byte[] log, int synced, Random random) {
        byte[] torn = Arrays.copyOf(log, synced + random.nextInt(log.length - synced + 1));
        for (int at = synced; at < torn.length; at += 512) {
            if (random.nextInt(3) == 0) {
                Arrays.fill(torn, at, Math.min(at + 512, torn.length), (byte) 0);
            }
        }
        return torn;
    }

    private static void add(Database database, int from, int to) {
        for (int n = from; n < to; n++) {
            int user = n;
            database.write(tx -> tx.update(ADD, user, user));
        }
    }

    private static void setMaxPages(Database database, int max) {
        database.write(tx -> tx.query("PRAGMA max_page_count = " + max, row -> row.getLong(1)));
    }

    private static long rows(Database database) {
        return database.read(tx -> tx.findFirst("SELECT count(*) FROM activity", row -> row.getLong(1)))
                .orElseThrow();
    }
}
