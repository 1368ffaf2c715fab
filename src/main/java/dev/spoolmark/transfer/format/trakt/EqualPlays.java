package dev.spoolmark.transfer.format.trakt;

import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.record.ImportedItem;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts plays of a history, newest first, that are equal: of one item at the same time, and at an unknown time also
/// recorded alike at the same time.
final class EqualPlays {

    /// Plays at unknown times that are counted, so that memory is bounded.
    private static final int MAX_COUNTED = 100_000;

    private final Map<Key, Integer> counts = new HashMap<>();
    private @Nullable WatchedTime time;

    /// @param item hash of the item, so that a key is small
    private record Key(
            long item,
            @Nullable PlayAction action,
            @Nullable Instant recordedAt) {}

    /// The number of equal plays before this one.
    int count(ImportedItem item, WatchedTime at, PlayAction action, Instant recordedAt) {
        if (!at.equals(time)) {
            counts.clear();
            time = at;
        }
        long hash = (long) item.hashCode() << 32 ^ String.valueOf(item.title()).hashCode();
        Key key = at.isUnknown() ? new Key(hash, action, recordedAt) : new Key(hash, null, null);
        if (counts.size() >= MAX_COUNTED && !counts.containsKey(key)) {
            return 0;
        }
        int before = counts.getOrDefault(key, 0);
        counts.put(key, before + 1);
        return before;
    }
}
