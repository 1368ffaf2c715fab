package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes single plays. The caller has locked the dedup rows of their items.
final class PlayEditStore {

    /// An item and a time at which it was watched, in milliseconds; 0 for an unknown time.
    record ItemTime(MediaId item, long millis) {

        static ItemTime of(Watchable item, @Nullable Instant at) {
            return new ItemTime(item.id(), at == null ? 0 : at.toEpochMilli());
        }
    }

    /// Sets the time of a play.
    void setTime(Tx tx, UserId user, PlayEntry play, @Nullable Instant at) {
        ItemTime time = ItemTime.of(play.item(), at);
        tx.update(
                """
                UPDATE play SET watched_at = CAST(? AS BIGINT), position = ? WHERE user_id = ? AND play_id = ?
                """,
                at,
                nextPositions(tx, user, List.of(time)).getOrDefault(time, 0),
                user.value(),
                play.id());
    }

    /// Plays of one item at the same time differ in `position`. This is the position behind those that are stored;
    /// absent where none is stored.
    ///
    /// @param times at most 500
    private static Map<ItemTime, Integer> nextPositions(Tx tx, UserId user, Collection<ItemTime> times) {
        List<Long> millis = times.stream().map(ItemTime::millis).distinct().toList();
        Map<ItemTime, Integer> next = new HashMap<>();
        MediaId.forEachChunk(
                times.stream().map(ItemTime::item).distinct().toList(),
                (kind, items) -> tx.forEach(
                        "SELECT item_id, coalesce(watched_at, 0), max(position) FROM play"
                                + " WHERE user_id = ? AND kind = ? AND item_id IN (" + Tx.placeholders(items.size())
                                + ") AND coalesce(watched_at, 0) IN (" + Tx.placeholders(millis.size())
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
