package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Raises the versions of months in which plays change, in the transaction that changes them.
final class PlayMonthStore {

    private static final String RAISE = """
            INSERT INTO play_month (user_id, month, version) VALUES (?, ?, 1)
            ON CONFLICT (user_id, month) DO UPDATE SET version = play_month.version + 1
            """;

    private PlayMonthStore() {}

    /// Plays are added or removed.
    ///
    /// @param times null for an unknown time
    static void changed(Tx tx, UserId user, Collection<? extends @Nullable Instant> times) {
        TreeSet<Integer> months = new TreeSet<>();
        for (Instant at : times) {
            PlayMonths.months(at).forEach(months::add);
        }
        raise(tx, user, months);
    }

    /// The same for one play.
    static void changed(Tx tx, UserId user, @Nullable Instant at) {
        changed(tx, user, Arrays.asList(at));
    }

    /// Stored plays are about to change. The caller has locked the dedup rows of their items.
    static void changing(Tx tx, UserId user, Collection<Long> plays) {
        List<@Nullable Instant> times = new ArrayList<>();
        plays.stream()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        "SELECT watched_at FROM play WHERE user_id = ? AND play_id IN (" + Tx.placeholders(batch.size())
                                + ") ORDER BY play_id",
                        row -> times.add(row.instantOrNull(1)),
                        user.value(),
                        Tx.padToPlaceholders(batch)));
        changed(tx, user, times);
    }

    /// Plays of many months change, such as by a merge of two items.
    static void changedAll(Tx tx, UserId user) {
        raise(tx, user, List.of(PlayMonths.ALL));
    }

    private static void raise(Tx tx, UserId user, Collection<Integer> months) {
        tx.updateAll(
                RAISE,
                months.stream().map(month -> new Object[] {user.value(), month}).toList());
    }

    static Map<Integer, Long> versions(Tx tx, UserId user) {
        Map<Integer, Long> versions = new HashMap<>();
        tx.forEach(
                "SELECT month, version FROM play_month WHERE user_id = ? ORDER BY month",
                row -> versions.put(row.getInt(1), row.getLong(2)),
                user.value());
        return versions;
    }
}
