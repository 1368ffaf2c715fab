package dev.spoolmark.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.db.Tx;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayStoreTest {

    /// Without the index, each removal reads all plays of the user.
    @Test
    void playsAreRemovedByAnIndexOnTheItem() {
        try (Database database = TestDatabases.open(Engine.SQLITE)) {
            List<String> plan = database.read(tx -> tx.query(
                    "EXPLAIN QUERY PLAN " + PlayStore.REMOVE.formatted(Tx.placeholders(500)),
                    row -> row.getString(4),
                    7,
                    1,
                    Tx.padToPlaceholders(java.util.Collections.nCopies(500, 5))));

            assertThat(plan)
                    .anyMatch(step -> step.contains("play_once (user_id=? AND kind=? AND item_id=?)"))
                    .anyMatch(step -> step.contains("PRIMARY KEY (user_id=? AND play_id=?)"));
        }
    }
}
