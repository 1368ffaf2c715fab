package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Changes, deletes and restores single plays. The caller has locked the dedup rows of their items.
final class PlayEditStore {

    /// An item and a time at which it was watched, in milliseconds; 0 for an unknown time.
    record ItemTime(MediaId item, long millis) {

        static ItemTime of(Watchable item, WatchedTime time) {
            Instant at = time.at();
            return new ItemTime(item.id(), at == null ? 0 : at.toEpochMilli());
        }

        static ItemTime of(PlayEntry play) {
            return of(play.item(), play.time());
        }
    }

    /// Sets the times of plays, at most 500.
    void setTimes(Tx tx, UserId user, Map<PlayEntry, WatchedTime> times) {
        Map<PlayEntry, ItemTime> wanted = new LinkedHashMap<>();
        times.forEach((play, time) -> wanted.put(play, ItemTime.of(play.item(), time)));
        Map<ItemTime, Integer> next =
                nextPositions(tx, user, wanted.values().stream().distinct().toList());
        PlayMonthStore.changing(
                tx, user, times.keySet().stream().map(PlayEntry::id).toList());
        PlayMonthStore.changed(
                tx, user, times.values().stream().map(WatchedTime::at).toList());
        List<@Nullable Object[]> rows = new ArrayList<>();
        times.forEach((play, time) -> {
            ItemTime at = ItemTime.of(play.item(), time);
            int position = next.getOrDefault(at, 0);
            next.put(at, position + 1);
            rows.add(new @Nullable Object[] {time.at(), time.precision().number(), position, user.value(), play.id()});
        });
        tx.updateAll("""
                UPDATE play SET watched_at = CAST(? AS BIGINT), time_precision = ?, position = ?
                WHERE user_id = ? AND play_id = ?
                """, rows);
    }

    /// Adds plays, beside those at the same times.
    ///
    /// @param plays at most 10,000 of one item
    /// @param now when they are stored; those with an identity have their own time
    void add(Tx tx, UserId user, List<StatedPlay> plays, Instant now) {
        Map<ItemTime, Integer> next = new HashMap<>();
        plays.stream()
                .map(play -> ItemTime.of(play.item(), play.time()))
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(times -> next.putAll(nextPositions(tx, user, times)));
        add(tx, user, plays, next, now);
    }

    /// The same, if the positions are known.
    ///
    /// @param next the positions behind those that are stored; absent where none is stored
    void add(Tx tx, UserId user, List<StatedPlay> plays, Map<ItemTime, Integer> next, Instant now) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (StatedPlay play : plays) {
            PlayIdentity identity = play.identity();
            ItemTime at = ItemTime.of(play.item(), play.time());
            int position = next.getOrDefault(at, 0);
            next.put(at, position + 1);
            rows.add(new @Nullable Object[] {
                user.value(),
                tx.newId("play"),
                play.item().kind().number(),
                play.item().id().value(),
                play.item().showNumber(),
                play.time().at(),
                play.time().precision().number(),
                position,
                play.action().number(),
                identity == null ? now : identity.recordedAt()
            });
        }
        tx.insertAll("""
                INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, time_precision, position, action,
                    created_at)
                """, rows);
        PlayMonthStore.changed(
                tx, user, plays.stream().map(play -> play.time().at()).toList());
    }

    /// Deletes plays.
    ///
    /// @param plays at most 500
    /// @return the ids of those that existed
    Set<Long> delete(Tx tx, UserId user, List<Long> plays) {
        Set<Long> deleted = new HashSet<>();
        Set<@Nullable Instant> times = new HashSet<>();
        tx.forEach(
                "DELETE FROM play WHERE user_id = ? AND play_id IN (" + Tx.placeholders(plays.size())
                        + ") RETURNING play_id, watched_at",
                row -> {
                    deleted.add(row.getLong(1));
                    times.add(row.instantOrNull(2));
                },
                user.value(),
                Tx.padToPlaceholders(plays));
        PlayMonthStore.changed(tx, user, times);
        return deleted;
    }

    /// Ends the windows that these plays opened: the next report is a new viewing.
    void endWindows(Tx tx, UserId user, List<PlayEntry> plays) {
        tx.updateAll(
                """
                UPDATE play_dedup SET window_ends_at = 0, play_id = 0, app_id = NULL, progress = NULL
                WHERE user_id = ? AND kind = ? AND item_id = ? AND play_id = ?
                """,
                plays.stream()
                        .map(play -> new Object[] {
                            user.value(),
                            play.item().kind().number(),
                            play.item().id().value(),
                            play.id()
                        })
                        .toList());
    }

    /// Stores plays again that are in `deleted_play`.
    ///
    /// @param plays at most 500
    void restore(Tx tx, UserId user, List<PlayEntry> plays) {
        Map<ItemTime, Integer> next = nextPositions(
                tx, user, plays.stream().map(ItemTime::of).distinct().toList());
        PlayMonthStore.changed(
                tx, user, plays.stream().map(PlayEntry::watchedAt).toList());
        List<Object[]> rows = new ArrayList<>();
        for (PlayEntry play : plays) {
            int position = next.getOrDefault(ItemTime.of(play), 0);
            next.put(ItemTime.of(play), position + 1);
            rows.add(new Object[] {
                position,
                user.value(),
                play.item().kind().number(),
                play.item().id().value(),
                play.id()
            });
        }
        tx.updateAll("""
                INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, time_precision, position, action,
                    app_id, created_at)
                SELECT user_id, play_id, kind, item_id, show_id, watched_at, time_precision, CAST(? AS INTEGER), action,
                    app_id, created_at
                FROM deleted_play WHERE user_id = ? AND kind = ? AND item_id = ? AND play_id = ?
                ON CONFLICT (user_id, play_id) DO NOTHING
                """, rows);
    }

    /// Plays of one item at the same time differ in `position`. This is the position behind those that are
    /// stored; absent where none is stored.
    ///
    /// @param times at most 500
    private static Map<ItemTime, Integer> nextPositions(Tx tx, UserId user, Collection<ItemTime> times) {
        List<Long> millis = times.stream().map(ItemTime::millis).distinct().toList();
        Map<ItemTime, Integer> next = new HashMap<>();
        MediaId.forEachChunk(
                times.stream().map(ItemTime::item).distinct().toList(),
                (kind, items) -> tx.forEach(
                        "SELECT item_id, coalesce(watched_at, 0), max(position) FROM play WHERE "
                                + PlayStore.ofItems(items.size())
                                + " AND coalesce(watched_at, 0) IN (" + Tx.placeholders(millis.size())
                                + ") GROUP BY item_id, coalesce(watched_at, 0) ORDER BY 1, 2",
                        row -> next.put(
                                new ItemTime(MediaId.of(kind, row.getLong(1)), row.getLong(2)), row.getInt(3) + 1),
                        user.value(),
                        kind.number(),
                        Tx.padToPlaceholders(items),
                        Tx.padToPlaceholders(millis)));
        return next;
    }
}
