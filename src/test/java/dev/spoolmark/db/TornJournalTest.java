package dev.spoolmark.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// A power cut during a write: the data written after the last acknowledgement are truncated or miss a sector.
/// `torture/run power` covers all other effects of a disk.
class TornJournalTest {

    private static final int WRITES = 4;
    private static final int SECTOR = 512;

    private final Path folder = TestDatabases.folder();
    private final Path bench = TestDatabases.folder();

    @Test
    void acknowledgedWritesSurviveAndOthersAreCompleteOrAbsent() throws IOException {
        int images = 0;
        Path file = folder.resolve("spoolmark.db");
        DatabaseFactory.sqlite(file).close(); // from now on the journal only grows
        try (Database database = DatabaseFactory.sqlite(file)) {
            write(database, 0);
            byte[] acknowledged = journal();
            for (int n = 1; n <= WRITES; n++) {
                write(database, n);
                byte[] written = journal();
                assertThat(written).hasSizeGreaterThan(acknowledged.length).startsWith(acknowledged);
                for (int end = acknowledged.length; end < written.length; end += 3 * SECTOR) {
                    assertThat(rows(Arrays.copyOf(written, end)))
                            .as("write %d, byte %d", n, end)
                            .isEqualTo(n);
                    byte[] torn = withoutSector(written, end);
                    assertThat(rows(torn))
                            .as("write %d without byte %d", n, end)
                            .isEqualTo(Arrays.equals(torn, written) ? n + 1 : n);
                    images += 2;
                }
                assertThat(rows(written)).isEqualTo(n + 1);
                acknowledged = written;
            }
        }
        assertThat(images).isPositive();
    }

    private static void write(Database database, int number) {
        database.write(tx -> {
            tx.update(
                    "INSERT INTO movie (movie_id, slug, title, title_key, year, provisional, updated_at, revision)"
                            + " VALUES (?, ?, 'torn', 'torn', 2001, false, 0, 0)",
                    900_000_000 + number,
                    "torn-" + number);
            return tx.update(
                    "INSERT INTO slug (kind, slug, item_id) VALUES (1, ?, ?)", "torn-" + number, 900_000_000 + number);
        });
    }

    private byte[] journal() throws IOException {
        return Files.readAllBytes(folder.resolve("spoolmark.db-wal"));
    }

    private static byte[] withoutSector(byte[] written, int from) {
        byte[] torn = written.clone();
        Arrays.fill(torn, from, Math.min(from + SECTOR, torn.length), (byte) 0);
        return torn;
    }

    /// The number of movies in the database with this journal, after an integrity check.
    private int rows(byte[] journal) throws IOException {
        Path file = bench.resolve("spoolmark.db");
        Files.write(file, Files.readAllBytes(folder.resolve("spoolmark.db")));
        Files.write(bench.resolve("spoolmark.db-wal"), journal);
        Files.deleteIfExists(bench.resolve("spoolmark.db-shm"));
        try (Database database = DatabaseFactory.sqlite(file)) {
            assertThat(database.integrityProblems()).isEmpty();
            int movies = database.read(tx -> count(tx, "movie"));
            int names = database.read(tx -> count(tx, "slug"));
            assertThat(names).isEqualTo(movies);
            return movies;
        }
    }

    private static int count(Tx tx, String table) {
        return tx.findFirst("SELECT count(*) FROM " + table + " WHERE slug LIKE 'torn-%'", row -> row.getInt(1))
                .orElseThrow();
    }
}
