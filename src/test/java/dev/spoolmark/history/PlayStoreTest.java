package dev.spoolmark.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.store.Database;
import dev.spoolmark.store.Engine;
import dev.spoolmark.store.TestDatabases;
import dev.spoolmark.store.Tx;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayStoreTest {

    /// Otherwise what is taken away costs as much as everything that was ever watched, for each thing anew.
    @Test
    void whatIsTakenAwayIsFoundByItsItem() {
        try (Database database = TestDatabases.open(Engine.SQLITE)) {
            List<String> plan = database.read(tx -> tx.query(
                    "EXPLAIN QUERY PLAN " + PlayStore.REMOVE.formatted(Tx.marks(500)),
                    row -> row.text(4),
                    7,
                    1,
                    Tx.padded(java.util.Collections.nCopies(500, 5))));

            assertThat(plan)
                    .anyMatch(step -> step.contains("play_once (user_id=? AND kind=? AND item_id=?)"))
                    .anyMatch(step -> step.contains("PRIMARY KEY (user_id=? AND play_id=?)"));
        }
    }
}
