package dev.spoolmark.rewatch;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class RewatchStore {

    /// When two shows are merged, the runs with the same number become the later one.
    static final UserItemTable TABLE = new UserItemTable(
            "show_rewatch", List.of(Column.number("run")), List.of(Column.number("reset_at")), false, """
            UPDATE SET reset_at = excluded.reset_at
            WHERE excluded.reset_at > show_rewatch.reset_at""");

    /// A run that a concurrent request has added meanwhile stays as it is.
    void add(Tx tx, UserId user, ShowId show, int run, Instant at) {
        tx.update("""
                INSERT INTO show_rewatch (user_id, kind, item_id, run, reset_at) VALUES (?, 2, ?, ?, ?)
                ON CONFLICT (user_id, kind, item_id, run) DO NOTHING
                """, user.value(), show.value(), run, at);
    }

    /// The number of the last rewatch; 1 if there is none.
    int lastNumber(Tx tx, UserId user, ShowId show) {
        return tx.findFirst(
                        "SELECT coalesce(max(run), 1) FROM show_rewatch WHERE user_id = ? AND kind = 2 AND item_id = ?",
                        row -> row.getInt(1),
                        user.value(),
                        show.value())
                .orElse(1);
    }

    Optional<Rewatch> current(Tx tx, UserId user, ShowId show) {
        return Optional.ofNullable(of(tx, user, List.of(show)).get(show));
    }

    Map<ShowId, Rewatch> of(Tx tx, UserId user, Collection<ShowId> shows) {
        List<Long> ids = shows.stream().map(ShowId::value).toList();
        Map<ShowId, Rewatch> found = new HashMap<>();
        tx.forEach(
                "SELECT item_id, count(*), max(reset_at) FROM show_rewatch WHERE user_id = ? AND kind = 2"
                        + " AND item_id IN (" + Tx.placeholders(ids.size()) + ") GROUP BY item_id ORDER BY item_id",
                row -> {
                    ShowId show = new ShowId(row.getLong(1));
                    found.put(show, new Rewatch(show, row.getInt(2) + 1, row.instant(3)));
                },
                user.value(),
                Tx.padToPlaceholders(ids));
        return found;
    }

    /// Whether the user has a play of a show in a period; one at an unknown time was stored in it.
    boolean hasPlays(Tx tx, UserId user, ShowId show, Instant from, Instant before) {
        return tx.findFirst("""
                        SELECT play_id FROM play WHERE user_id = ? AND show_id = ?
                        AND coalesce(watched_at, created_at) >= ? AND coalesce(watched_at, created_at) < ?
                        ORDER BY watched_at DESC, play_id DESC LIMIT 1
                        """, row -> row.getLong(1), user.value(), show.value(), from, before)
                .isPresent();
    }

    int delete(Tx tx, UserId user, ShowId show, Instant startedAt) {
        return tx.update(
                "DELETE FROM show_rewatch WHERE user_id = ? AND kind = 2 AND item_id = ? AND reset_at = ?",
                user.value(),
                show.value(),
                startedAt);
    }

    int deleteFrom(Tx tx, UserId user, ShowId show, Instant from) {
        return tx.update(
                "DELETE FROM show_rewatch WHERE user_id = ? AND kind = 2 AND item_id = ? AND reset_at >= ?",
                user.value(),
                show.value(),
                from);
    }

    List<RewatchEntry> page(Tx tx, UserId user, @Nullable RewatchEntry after, int max) {
        return tx.query(
                """
                SELECT kind, item_id, run, reset_at FROM show_rewatch
                WHERE user_id = ? AND (kind, item_id, run) > (?, ?, ?)
                ORDER BY kind, item_id, run LIMIT ?
                """,
                RewatchStore::entry,
                user.value(),
                after == null ? 0 : after.item().kind().number(),
                after == null ? 0 : after.item().value(),
                after == null ? 0 : after.number(),
                max);
    }

    private static RewatchEntry entry(Row row) {
        return new RewatchEntry(MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)), row.getInt(3), row.instant(4));
    }
}
