package dev.spoolmark.catalog;

import dev.spoolmark.db.Tx;
import java.util.List;

/// Reads the genres of items.
final class GenreStore {

    private GenreStore() {}

    /// @return the genres that items of this kind have, by name
    static List<String> names(Tx tx, Kind kind) {
        List<String> found = tx.query(
                "SELECT DISTINCT genre FROM item_genre WHERE kind = ? ORDER BY genre",
                row -> row.getString(1),
                kind.number());
        return found.stream().sorted().toList(); // the databases collate differently
    }
}
