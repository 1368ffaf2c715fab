package dev.spoolmark.catalog.edit;

import dev.spoolmark.catalog.EpisodePosition;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Stores which fields administrators have edited.
public final class EditedFactStore {

    private EditedFactStore() {}

    /// @return the edited fields of each of these items that has any
    public static Map<Long, Set<FactField>> of(Tx tx, Kind kind, Collection<Long> items) {
        Map<Long, Set<FactField>> found = new HashMap<>();
        items.stream()
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        "SELECT item_id, field FROM edited_fact WHERE kind = ? AND item_id IN ("
                                + Tx.placeholders(batch.size()) + ") ORDER BY item_id, field",
                        row -> put(found, row),
                        kind.number(),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    /// @param kind season or episode
    /// @return the edited fields of each season or episode of these shows that has any
    public static Map<Long, Set<FactField>> ofShows(Tx tx, Kind kind, Collection<ShowId> shows) {
        Map<Long, Set<FactField>> found = new HashMap<>();
        String table = kind == Kind.SEASON ? "season" : "episode";
        shows.stream()
                .map(ShowId::value)
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        "SELECT f.item_id, f.field FROM edited_fact f JOIN " + table + " i ON i." + table
                                + "_id = f.item_id WHERE f.kind = ? AND i.show_id IN ("
                                + Tx.placeholders(batch.size()) + ") ORDER BY f.item_id, f.field",
                        row -> put(found, row),
                        kind.number(),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    /// A field of a newer version is skipped.
    private static void put(Map<Long, Set<FactField>> found, Row row) {
        FactField.ofKey(row.getString(2))
                .ifPresent(field -> found.computeIfAbsent(row.getLong(1), item -> EnumSet.noneOf(FactField.class))
                        .add(field));
    }

    /// @return when each edited field of an item was edited
    static Map<FactField, Instant> times(Tx tx, EditedItem item) {
        Map<FactField, Instant> times = new EnumMap<>(FactField.class);
        tx.forEach(
                "SELECT field, edited_at FROM edited_fact WHERE kind = ? AND item_id = ? ORDER BY field",
                row -> FactField.ofKey(row.getString(1)).ifPresent(field -> times.put(field, row.instant(2))),
                item.kind().number(),
                item.id());
        return times;
    }

    static void add(Tx tx, EditedItem item, Collection<FactField> fields, Instant now) {
        tx.updateAll(
                """
                INSERT INTO edited_fact (kind, item_id, field, edited_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (kind, item_id, field) DO UPDATE SET edited_at = excluded.edited_at
                """,
                fields.stream()
                        .map(field -> new @Nullable Object[] {item.kind().number(), item.id(), field.key(), now})
                        .toList());
    }

    /// Where sources list the episode is stored with the first edit of its number.
    ///
    /// @param former `1x05`
    static void addNumber(Tx tx, EditedItem episode, String former, Instant now) {
        tx.update("""
                INSERT INTO edited_fact (kind, item_id, field, former, edited_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (kind, item_id, field) DO UPDATE SET edited_at = excluded.edited_at
                """, episode.kind().number(), episode.id(), FactField.NUMBER.key(), former, now);
    }

    /// @return the places of episodes with edited numbers, by their places in the lists of sources
    static Map<EpisodePosition, EpisodePosition> numbers(Tx tx, ShowId show) {
        Map<EpisodePosition, EpisodePosition> places = new HashMap<>();
        tx.forEach(
                """
                SELECT f.former, e.season, e.number FROM edited_fact f JOIN episode e ON e.episode_id = f.item_id
                WHERE f.kind = 4 AND f.field = ? AND f.former IS NOT NULL AND e.show_id = ? ORDER BY e.episode_id
                """,
                row -> FactValues.position(row.getString(1))
                        .ifPresent(former -> places.put(former, new EpisodePosition(row.getInt(2), row.getInt(3)))),
                FactField.NUMBER.key(),
                show.value());
        return places;
    }

    /// @return whether the field was edited
    static boolean release(Tx tx, EditedItem item, FactField field) {
        return tx.update(
                        "DELETE FROM edited_fact WHERE kind = ? AND item_id = ? AND field = ?",
                        item.kind().number(),
                        item.id(),
                        field.key())
                == 1;
    }

    /// For items that are deleted, or merged into others.
    public static void delete(Tx tx, Kind kind, Collection<Long> items) {
        tx.updateAll(
                "DELETE FROM edited_fact WHERE kind = ? AND item_id = ?",
                items.stream()
                        .map(item -> new @Nullable Object[] {kind.number(), item})
                        .toList());
    }

    /// @return the items with edited fields, newest edit first
    static List<EditedItem> newest(Tx tx, int limit) {
        return tx.query("""
                SELECT kind, item_id FROM edited_fact GROUP BY kind, item_id
                ORDER BY max(edited_at) DESC, kind, item_id LIMIT ?
                """, row -> new EditedItem(Kind.of(row.getInt(1)), row.getLong(2)), limit);
    }
}
