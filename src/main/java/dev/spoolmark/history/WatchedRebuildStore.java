package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads stored summaries and those computed from plays, and computes summaries again.
final class WatchedRebuildStore {

    private static final String OF_ONE = "user_id = ? AND kind = ? AND item_id = ?";

    private static final String STORED = """
            SELECT user_id, kind, item_id, plays, first_at, last_at, unseen_at FROM watched
            WHERE (user_id, kind, item_id) > (?, ?, ?)
            ORDER BY user_id, kind, item_id LIMIT ?
            """;

    private static final String COUNTED = """
            SELECT user_id, kind, item_id, count(*), min(watched_at), max(watched_at), CAST(NULL AS BIGINT) FROM play
            WHERE (user_id, kind, item_id) > (?, ?, ?)
            GROUP BY user_id, kind, item_id
            ORDER BY user_id, kind, item_id LIMIT ?
            """;

    /// Locks the rows: concurrent plays wait here, and committed ones are visible to the following
    /// statements.
    private static final String LOCK = String.format(Locale.ROOT, """
            INSERT INTO watched (user_id, kind, item_id, show_id, plays)
            VALUES (?, ?, ?, (SELECT coalesce(max(show_id), 0) FROM play WHERE %s), 0)
            ON CONFLICT (user_id, kind, item_id) DO UPDATE SET plays = watched.plays
            """, PlayStore.OF_ITEM);

    private static final String COUNT = String.format(Locale.ROOT, """
            UPDATE watched SET
                plays = (SELECT count(*) FROM play WHERE %1$s),
                first_at = (SELECT min(watched_at) FROM play WHERE %2$s),
                last_at = (SELECT max(watched_at) FROM play WHERE %2$s),
                unseen_at = CASE WHEN EXISTS (SELECT 1 FROM play WHERE %1$s) THEN NULL ELSE unseen_at END
            WHERE %1$s
            """, OF_ONE, PlayStore.OF_ITEM);

    private static final String DROP_EMPTY = "DELETE FROM watched WHERE plays = 0 AND unseen_at IS NULL AND " + OF_ONE;

    private WatchedRebuildStore() {}

    /// The key of a summary, in the order of the tables.
    record TotalsKey(long user, int kind, long item) implements Comparable<TotalsKey> {

        static final TotalsKey FIRST = new TotalsKey(Long.MIN_VALUE, 0, 0);
        static final TotalsKey LAST = new TotalsKey(Long.MAX_VALUE, 0, 0);

        private static final Comparator<TotalsKey> ORDER = Comparator.comparingLong(TotalsKey::user)
                .thenComparingInt(TotalsKey::kind)
                .thenComparingLong(TotalsKey::item);

        @Override
        public int compareTo(TotalsKey other) {
            return ORDER.compare(this, other);
        }
    }

    /// @param first in milliseconds; like `last` absent if no time is known
    /// @param unseen whether it is marked unseen
    record Totals(int plays, @Nullable Long first, @Nullable Long last, boolean unseen) {

        static final Totals UNSEEN = new Totals(0, null, null, true);
    }

    static long size(Tx tx) {
        return tx.findFirst("SELECT count(*) FROM watched", row -> row.getLong(1))
                .orElse(0L);
    }

    static NavigableMap<TotalsKey, Totals> stored(Tx tx, TotalsKey after, int limit) {
        return sums(tx, STORED, after, limit);
    }

    static NavigableMap<TotalsKey, Totals> counted(Tx tx, TotalsKey after, int limit) {
        return sums(tx, COUNTED, after, limit);
    }

    /// Recomputes the summaries of these items of one user.
    static void recount(Tx tx, UserId user, List<Watchable> items) {
        correct(
                tx,
                items.stream()
                        .map(item -> new TotalsKey(
                                user.value(), item.kind().number(), item.id().value()))
                        .sorted()
                        .toList());
    }

    /// Recomputes these summaries and returns their number.
    static int correct(Tx tx, List<TotalsKey> wrong) {
        tx.updateAll(LOCK, wrong.stream().map(key -> marks(key, 2)).toList());
        tx.updateAll(COUNT, wrong.stream().map(key -> marks(key, 5)).toList());
        tx.updateAll(DROP_EMPTY, wrong.stream().map(key -> marks(key, 1)).toList());
        return wrong.size();
    }

    private static Object[] marks(TotalsKey key, int times) {
        Object[] marks = new Object[3 * times];
        for (int at = 0; at < marks.length; at += 3) {
            marks[at] = key.user();
            marks[at + 1] = key.kind();
            marks[at + 2] = key.item();
        }
        return marks;
    }

    private static NavigableMap<TotalsKey, Totals> sums(Tx tx, String sql, TotalsKey after, int limit) {
        NavigableMap<TotalsKey, Totals> sums = new TreeMap<>();
        tx.forEach(
                sql,
                row -> sums.put(new TotalsKey(row.getLong(1), row.getInt(2), row.getLong(3)), totals(row)),
                after.user(),
                after.kind(),
                after.item(),
                limit);
        return sums;
    }

    private static Totals totals(Row row) {
        return new Totals(row.getInt(4), row.numberOrNull(5), row.numberOrNull(6), row.numberOrNull(7) != null);
    }
}
