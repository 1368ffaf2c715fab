package dev.spoolmark.bench;

import dev.spoolmark.db.Database;
import dev.spoolmark.sample.RandomTitles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Movies that have only a title, the same at each run.
final class ManyTitles {

    private static final int BATCH_SIZE = 5_000;
    private static final long FIRST_ID = 10_000_000;

    private final RandomTitles titles = new RandomTitles(7);

    /// Adds movies.
    ///
    /// @param written receives each title
    void write(Database database, int count, Consumer<String> written) {
        for (int from = 0; from < count; from += BATCH_SIZE) {
            writeBatch(database, from, written);
        }
    }

    private void writeBatch(Database database, int from, Consumer<String> written) {
        List<Object[]> rows = new ArrayList<>();
        for (int number = from + 1; number <= from + BATCH_SIZE; number++) {
            String title = titles.next();
            written.accept(title);
            rows.add(new Object[] {FIRST_ID + number, "m-" + number, title, title, 1950 + number % 75, false, 0L, 1L});
        }
        database.write(tx -> {
            tx.update("UPDATE catalog_revision SET value = value + 1 WHERE id = 1");
            tx.updateAll("""
                    INSERT INTO movie (movie_id, slug, title, title_key, year, provisional, updated_at, revision)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """, rows);
            return true;
        });
    }
}
