package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// The summaries of plays, one row for each user and item.
final class WatchedSummaryStore {

    /// Rows of one statement; a power of two, so that the remainder needs few other statements.
    private static final int MAX_ROWS = 64;

    /// By kind and item, the order of the table.
    private static final Comparator<@Nullable Object[]> KEY_ORDER = Comparator.<@Nullable Object[]>comparingInt(
                    row -> (Integer) Objects.requireNonNull(row[1]))
            .thenComparingLong(row -> (Long) Objects.requireNonNull(row[2]));

    Map<MediaId, WatchedSummary> of(Tx tx, UserId user, Collection<? extends MediaId> items) {
        Map<MediaId, WatchedSummary> found = new HashMap<>();
        MediaId.forEachMixedChunk(
                items,
                (kinds, batch) -> tx.forEach(
                        "SELECT item_id, plays, first_at, last_at, unseen_at, kind FROM watched"
                                + " WHERE user_id = ? AND kind IN (" + Tx.placeholders(kinds.size())
                                + ") AND item_id IN (" + Tx.placeholders(batch.size()) + ") ORDER BY item_id",
                        row -> found.put(MediaId.of(Kind.of(row.getInt(6)), row.getLong(1)), watched(row)),
                        user.value(),
                        Tx.padToPlaceholders(kinds),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    /// The number of plays of one user.
    long plays(Tx tx, UserId user) {
        return tx.findFirst(
                        "SELECT coalesce(sum(plays), 0) FROM watched WHERE user_id = ?",
                        row -> row.getLong(1),
                        user.value())
                .orElse(0L);
    }

    /// Adds one play.
    void count(Tx tx, UserId user, Watchable item, Instant at) {
        tx.update("""
                INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)
                VALUES (?, ?, ?, ?, 1, ?, ?)
                ON CONFLICT (user_id, kind, item_id) DO UPDATE SET
                    plays = watched.plays + 1,
                    first_at = CASE WHEN watched.first_at < excluded.first_at
                                    THEN watched.first_at ELSE excluded.first_at END,
                    last_at = CASE WHEN watched.last_at > excluded.last_at
                                   THEN watched.last_at ELSE excluded.last_at END,
                    unseen_at = NULL
                """, user.value(), item.kind().number(), item.id().value(), item.showNumber(), at, at);
    }

    /// Adds plays, several of one item too.
    void add(Tx tx, UserId user, List<StatedPlay> plays) {
        Map<Watchable, Times> byItem = new HashMap<>();
        plays.forEach(play -> byItem.merge(play.item(), Times.of(play.time().at()), Times::with));
        List<@Nullable Object[]> rows = new ArrayList<>();
        byItem.forEach((item, times) -> rows.add(new @Nullable Object[] {
            user.value(),
            item.kind().number(),
            item.id().value(),
            item.showNumber(),
            times.number(),
            times.first(),
            times.last()
        }));
        rows.sort(KEY_ORDER);
        tx.insertAll("INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)", rows, """
                ON CONFLICT (user_id, kind, item_id) DO UPDATE SET
                    plays = watched.plays + excluded.plays,
                    first_at = CASE WHEN excluded.first_at IS NULL OR watched.first_at < excluded.first_at
                                    THEN watched.first_at ELSE excluded.first_at END,
                    last_at = CASE WHEN excluded.last_at IS NULL OR watched.last_at > excluded.last_at
                                   THEN watched.last_at ELSE excluded.last_at END,
                    unseen_at = NULL
                """);
    }

    /// The times of some plays of an item.
    private record Times(
            int number, @Nullable Instant first, @Nullable Instant last) {

        static Times of(@Nullable Instant at) {
            return new Times(1, at, at);
        }

        Times with(Times other) {
            return new Times(
                    number + other.number,
                    first == null || (other.first != null && other.first.isBefore(first)) ? other.first : first,
                    last == null || (other.last != null && other.last.isAfter(last)) ? other.last : last);
        }
    }

    /// Stores the first plays of items, and returns those that had none. The statement itself decides
    /// (`docs/scaling.md#exactly-once-plays`).
    ///
    /// @param all each item once
    Set<MediaId> begin(Tx tx, UserId user, List<MarkedWatched> all) {
        Set<MediaId> newlySeen = new HashSet<>();
        int from = 0;
        for (int rows = MAX_ROWS; rows > 0; rows /= 2) {
            for (; all.size() - from >= rows; from += rows) {
                begin(tx, user, all.subList(from, from + rows), newlySeen);
            }
        }
        return newlySeen;
    }

    private static void begin(Tx tx, UserId user, List<MarkedWatched> marked, Set<MediaId> newlySeen) {
        List<@Nullable Object> values = new ArrayList<>();
        for (MarkedWatched seen : marked) {
            values.addAll(Arrays.asList(
                    user.value(),
                    seen.item().kind().number(),
                    seen.item().id().value(),
                    seen.item().showNumber(),
                    seen.times(),
                    seen.at(),
                    seen.at()));
        }
        tx.forEach(
                "INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at) VALUES "
                        + Tx.valueTuples(7, marked.size()) + """
                         ON CONFLICT (user_id, kind, item_id) DO UPDATE SET
                            plays = excluded.plays, first_at = excluded.first_at, last_at = excluded.last_at,
                            unseen_at = NULL
                        WHERE watched.plays = 0
                        RETURNING kind, item_id
                        """,
                row -> newlySeen.add(MediaId.of(Kind.of(row.getInt(1)), row.getLong(2))),
                values);
    }

    /// Marks items without plays as unseen, and returns those that were not marked before. An existing mark
    /// keeps its time.
    Set<MediaId> markUnseen(Tx tx, UserId user, List<Watchable> items, Instant now) {
        Set<MediaId> marked = new HashSet<>();
        if (!items.isEmpty()) {
            MediaId.forEachChunk(
                    items.stream().map(Watchable::id).toList(),
                    (kind, batch) -> mark(tx, user, kind, batch, now, marked));
            insertMarked(tx, user, items, now, marked);
        }
        return marked;
    }

    /// Marks an item as unseen that has no row.
    boolean addUnseen(Tx tx, UserId user, Watchable item, Instant at) {
        return tx.update("""
                        INSERT INTO watched (user_id, kind, item_id, show_id, plays, unseen_at) VALUES (?, ?, ?, ?, 0, ?)
                        ON CONFLICT (user_id, kind, item_id) DO NOTHING
                        """, user.value(), item.kind().number(), item.id().value(), item.showNumber(), at) == 1;
    }

    int deleteUnseen(Tx tx, UserId user, Watchable item, Instant at) {
        return tx.update(
                "DELETE FROM watched WHERE user_id = ? AND kind = ? AND item_id = ? AND plays = 0 AND unseen_at = ?",
                user.value(),
                item.kind().number(),
                item.id().value(),
                at);
    }

    private static void mark(Tx tx, UserId user, Kind kind, List<Long> ids, Instant now, Set<MediaId> marked) {
        tx.forEach(
                "UPDATE watched SET plays = 0, first_at = NULL, last_at = NULL, unseen_at = ?"
                        + " WHERE user_id = ? AND kind = ? AND item_id IN (" + Tx.placeholders(ids.size())
                        + ") AND unseen_at IS NULL RETURNING item_id",
                row -> marked.add(MediaId.of(kind, row.getLong(1))),
                now,
                user.value(),
                kind.number(),
                Tx.padToPlaceholders(ids));
    }

    /// The items that had no row.
    private static void insertMarked(Tx tx, UserId user, List<Watchable> items, Instant now, Set<MediaId> marked) {
        items.stream().gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS)).forEach(batch -> {
            List<Object> values = new ArrayList<>();
            for (Watchable item : Tx.padToPlaceholders(batch)) {
                values.addAll(
                        List.of(user.value(), item.kind().number(), item.id().value(), item.showNumber(), 0, now));
            }
            tx.forEach(
                    "INSERT INTO watched (user_id, kind, item_id, show_id, plays, unseen_at) VALUES "
                            + Tx.valueTuples(6, batch.size())
                            + " ON CONFLICT (user_id, kind, item_id) DO NOTHING RETURNING kind, item_id",
                    row -> marked.add(MediaId.of(Kind.of(row.getInt(1)), row.getLong(2))),
                    values);
        });
    }

    /// The number of plays of the episodes of each show. Shows without plays are absent.
    Map<ShowId, Integer> playsOfShows(Tx tx, UserId user, Collection<ShowId> shows) {
        Map<ShowId, Integer> found = new HashMap<>();
        shows.stream()
                .map(ShowId::value)
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        "SELECT show_id, sum(plays) FROM watched WHERE user_id = ? AND show_id IN ("
                                + Tx.placeholders(batch.size()) + ") AND plays > 0 GROUP BY show_id ORDER BY show_id",
                        row -> found.put(new ShowId(row.getLong(1)), row.getInt(2)),
                        user.value(),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    private static WatchedSummary watched(Row row) {
        return new WatchedSummary(row.getInt(2), row.instantOrNull(3), row.instantOrNull(4), row.instantOrNull(5));
    }
}
