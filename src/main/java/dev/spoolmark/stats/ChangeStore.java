package dev.spoolmark.stats;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.kernel.AsciiNumber;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.List;

/// Finds whose facts changed.
final class ChangeStore {

    private ChangeStore() {}

    static List<MovieId> movies(Tx tx, Instant since, int limit) {
        return tx.query("""
                SELECT movie_id FROM movie WHERE updated_at >= ? AND provisional = FALSE
                ORDER BY updated_at DESC, movie_id DESC LIMIT ?
                """, row -> new MovieId(row.number(1)), since, limit);
    }

    static List<ChangedShow> shows(Tx tx, Instant since, int limit) {
        return tx.query("""
                SELECT x.value, s.updated_at
                FROM show s JOIN ext_id x ON x.kind = 2 AND x.item_id = s.show_id AND x.provider = 'tvdb'
                    AND NOT x.former
                WHERE s.updated_at >= ? AND s.provisional = FALSE
                ORDER BY s.updated_at DESC, s.show_id DESC, x.value LIMIT ?
                """, row -> new ChangedShow(AsciiNumber.parseLong(row.text(1)), row.instant(2)), since, limit);
    }
}
