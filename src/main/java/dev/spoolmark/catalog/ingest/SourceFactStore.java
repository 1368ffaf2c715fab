package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stores which facts a source provided, and when it withdrew items.
public final class SourceFactStore {

    private static final String SELECT = "SELECT item_id, source, fields, withdrawn_at FROM source_fact ";

    private SourceFactStore() {}

    /// @param fields the facts that it provided, as [FieldBits]
    record SourceFacts(String source, int fields, @Nullable Instant withdrawnAt) {}

    static Optional<SourceFacts> of(Tx tx, MediaId item) {
        return tx.findFirst(
                SELECT + "WHERE kind = ? AND item_id = ?",
                SourceFactStore::facts,
                item.kind().number(),
                item.value());
    }

    /// @return by episode of a show
    static Map<Long, SourceFacts> ofEpisodes(Tx tx, ShowId show) {
        Map<Long, SourceFacts> found = new HashMap<>();
        tx.forEach(SELECT + """
                WHERE kind = 4 AND item_id IN (SELECT episode_id FROM episode WHERE show_id = ?)
                ORDER BY item_id
                """, row -> found.put(row.getLong(1), facts(row)), show.value());
        return found;
    }

    /// @return by season of a show
    static Map<Long, SourceFacts> ofSeasons(Tx tx, ShowId show) {
        Map<Long, SourceFacts> found = new HashMap<>();
        tx.forEach(SELECT + """
                WHERE kind = 3 AND item_id IN (SELECT season_id FROM season WHERE show_id = ?)
                ORDER BY item_id
                """, row -> found.put(row.getLong(1), facts(row)), show.value());
        return found;
    }

    static void save(Tx tx, Kind kind, Map<Long, SourceFacts> facts) {
        tx.updateAll(
                """
                INSERT INTO source_fact (kind, item_id, source, fields, withdrawn_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (kind, item_id) DO UPDATE SET
                    source = excluded.source, fields = excluded.fields, withdrawn_at = excluded.withdrawn_at
                """,
                facts.entrySet().stream()
                        .map(entry -> new @Nullable Object[] {
                            kind.number(),
                            entry.getKey(),
                            entry.getValue().source(),
                            entry.getValue().fields(),
                            entry.getValue().withdrawnAt()
                        })
                        .toList());
    }

    /// Removes facts that another source or file has provided since, so that this source cannot withdraw them.
    static void removeFields(Tx tx, Kind kind, Map<Long, Integer> fields) {
        tx.updateAll(
                "UPDATE source_fact SET fields = fields & ? WHERE kind = ? AND item_id = ? AND fields & ? <> fields",
                fields.entrySet().stream()
                        .map(entry -> new @Nullable Object[] {
                            ~entry.getValue(), kind.number(), entry.getKey(), ~entry.getValue()
                        })
                        .toList());
    }

    /// @param ahead a later time was written by a clock that was ahead, and counts as passed
    /// @return seasons and episodes that were withdrawn before `instant`, the oldest first, episodes before
    ///     their seasons
    static List<MediaId> withdrawnBefore(Tx tx, Instant instant, Instant ahead, int limit) {
        return tx.query("""
                SELECT kind, item_id FROM source_fact
                WHERE withdrawn_at IS NOT NULL AND (withdrawn_at <= ? OR withdrawn_at > ?) AND kind IN (3, 4)
                ORDER BY withdrawn_at, kind DESC, item_id LIMIT ?
                """, row -> MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)), instant, ahead, limit);
    }

    /// Restarts the waiting time.
    static void withdrawnAt(Tx tx, MediaId item, Instant instant) {
        tx.update(
                "UPDATE source_fact SET withdrawn_at = ? WHERE kind = ? AND item_id = ?",
                instant,
                item.kind().number(),
                item.value());
    }

    public static void delete(Tx tx, Collection<MediaId> items) {
        tx.updateAll(
                "DELETE FROM source_fact WHERE kind = ? AND item_id = ?",
                items.stream()
                        .map(item -> new @Nullable Object[] {item.kind().number(), item.value()})
                        .toList());
    }

    private static SourceFacts facts(Row row) {
        return new SourceFacts(row.getString(2), row.getInt(3), row.instantOrNull(4));
    }
}
