package dev.spoolmark.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void numbersAreUniqueAndTheNewestIsLast() throws IOException, URISyntaxException {
        assertThat(numbers()).doesNotHaveDuplicates().endsWith(Migrations.NEWEST);
    }

    /// The numbers of all migrations, in order.
    static List<Integer> numbers() throws IOException, URISyntaxException {
        Path common = Path.of(MigrationsTest.class.getResource("/db/common").toURI());
        try (Stream<Path> files = Files.list(common)) {
            return files.map(file ->
                            Integer.valueOf(file.getFileName().toString().substring(0, 3)))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void openingAgainKeepsRows() {
        Path file = TestDatabases.folder().resolve("spoolmark.db");
        try (Database first = DatabaseFactory.sqlite(file)) {
            first.write(tx -> tx.update("INSERT INTO activity (user_id, area, changed_at) VALUES (1, 'all', 1)"));
        }

        try (Database second = DatabaseFactory.sqlite(file)) {
            long rows = second.read(tx -> tx.findFirst("SELECT count(*) FROM activity", row -> row.getLong(1))
                    .orElseThrow());
            assertThat(rows).isEqualTo(1);
        }
    }
}
