package dev.spoolmark.history;

import dev.spoolmark.account.AppId;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The plays of users, one row for each viewing.
final class PlayStore {

    /// Plays of one item at the same time differ in `position`; the dedup row is locked, so no other transaction
    /// counts meanwhile.
    private static final String ADD = """
            INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, app_id, created_at)
            VALUES (?, ?, ?, ?, ?, ?,
                    (SELECT coalesce(max(position) + 1, 0) FROM play
                     WHERE user_id = ? AND kind = ? AND item_id = ? AND coalesce(watched_at, 0) = ?),
                    ?, ?, ?)
            """;

    private static final String ADD_FIRST = """
            INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, time_precision, position, action, app_id,
                created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /// A condition for the plays of items of one kind. In two steps: SQLite uses the index `play_once` to find them,
    /// but
    /// with a condition on the item alone it would read all plays of the user, for each item.
    private static final String OF_ITEMS = "(user_id, play_id) IN"
            + " (SELECT user_id, play_id FROM play WHERE user_id = ? AND kind = ? AND item_id IN (%s))";

    /// The same for one item.
    static final String OF_ITEM = String.format(Locale.ROOT, OF_ITEMS, "?");

    static final String REMOVE = "DELETE FROM play WHERE " + OF_ITEMS + " RETURNING item_id, action, watched_at";

    /// The condition for plays of items. Parameters: the user, the kind, the items as in [Tx#padToPlaceholders].
    static String ofItems(int items) {
        return String.format(Locale.ROOT, OF_ITEMS, Tx.placeholders(items));
    }

    void add(Tx tx, UserId user, long id, PlayReport viewing, Instant now) {
        add(tx, user, id, viewing.item(), viewing.watchedAt(), viewing.action(), viewing.app(), now);
    }

    /// The plays of items that had none.
    void addSeen(Tx tx, UserId user, List<MarkedWatched> all, @Nullable AppId app, Instant now) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (MarkedWatched seen : all) {
            Watchable item = seen.item();
            for (int position = 0; position < seen.times(); position++) {
                rows.add(new @Nullable Object[] {
                    user.value(),
                    tx.newId("play"),
                    item.kind().number(),
                    item.id().value(),
                    item.showNumber(),
                    seen.at(),
                    seen.time().precision().number(),
                    position,
                    PlayAction.SEEN.number(),
                    app == null ? null : app.value(),
                    now
                });
            }
        }
        tx.updateAll(ADD_FIRST, rows);
        PlayMonthStore.changed(tx, user, all.stream().map(MarkedWatched::at).toList());
    }

    /// Removes all plays of these items and returns their actions. Items without plays are absent.
    Map<MediaId, Set<PlayAction>> remove(Tx tx, UserId user, Collection<? extends MediaId> items) {
        Map<MediaId, Set<PlayAction>> removed = new HashMap<>();
        Set<@Nullable Instant> times = new HashSet<>();
        MediaId.forEachChunk(
                items,
                (kind, batch) -> tx.forEach(
                        String.format(Locale.ROOT, REMOVE, Tx.placeholders(batch.size())),
                        row -> {
                            removed.computeIfAbsent(
                                            MediaId.of(kind, row.getLong(1)), item -> EnumSet.noneOf(PlayAction.class))
                                    .add(PlayAction.of(row.getInt(2)));
                            times.add(row.instantOrNull(3));
                        },
                        user.value(),
                        kind.number(),
                        Tx.padToPlaceholders(batch)));
        PlayMonthStore.changed(tx, user, times);
        return removed;
    }

    /// Plays of one item at the same time are returned once.
    List<Play> recent(Tx tx, UserId user, Set<Kind> kinds, Set<PlayAction> actions, int limit) {
        return tx.query(
                String.format(Locale.ROOT, """
                SELECT play_id, kind, item_id, show_id, watched_at, action, time_precision FROM play
                WHERE user_id = ? AND watched_at IS NOT NULL AND position = 0 AND kind IN (%s) AND action IN (%s)
                ORDER BY watched_at DESC, play_id DESC LIMIT ?
                """, Tx.placeholders(kinds.size()), Tx.placeholders(actions.size())),
                PlayStore::play,
                user.value(),
                Tx.padToPlaceholders(kinds.stream().map(Kind::number).toList()),
                Tx.padToPlaceholders(actions.stream().map(PlayAction::number).toList()),
                limit);
    }

    private static void add(
            Tx tx,
            UserId user,
            long id,
            Watchable item,
            Instant at,
            PlayAction action,
            @Nullable AppId app,
            Instant now) {
        int kind = item.kind().number();
        MediaId number = item.id();
        tx.update(
                ADD,
                user.value(),
                id,
                kind,
                number.value(),
                item.showNumber(),
                at,
                user.value(),
                kind,
                number.value(),
                at,
                action.number(),
                app == null ? null : app.value(),
                now);
        PlayMonthStore.changed(tx, user, at);
    }

    private static Play play(Row row) {
        Watchable item = Watchable.of(row.getInt(2), row.getLong(3), row.getLong(4));
        WatchedTime time = WatchedTime.stored(row.instant(5), row.getInt(7));
        return new Play(row.getLong(1), item, time, PlayAction.of(row.getInt(6)));
    }
}
