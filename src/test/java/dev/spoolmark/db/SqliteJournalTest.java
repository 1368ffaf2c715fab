package dev.spoolmark.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqliteJournalTest {

    /// Otherwise the journal keeps the size that it had at the end of the longest read.
    @Test
    void theJournalIsCutTo64MebibytesAfterItHasGrown() {
        try (Database database = TestDatabases.open(Engine.SQLITE)) {
            long limit = database.write(tx -> tx.findFirst("PRAGMA journal_size_limit", row -> row.getLong(1))
                    .orElseThrow());

            assertThat(limit).isEqualTo(67_108_864);
        }
    }
}
