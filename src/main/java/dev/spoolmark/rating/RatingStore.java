package dev.spoolmark.rating;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

final class RatingStore {

    /// The position before the newest rating.
    static final ItemPosition BEFORE_ALL = new ItemPosition(Long.MAX_VALUE, "", Long.MAX_VALUE);

    /// The best ratings of one kind. The bound lets SQLite read them in the order of `rating_best`.
    private static final String BEST_OF_KIND = """
            SELECT kind, item_id, score, rated_at FROM rating WHERE user_id = ? AND kind = %s AND score <= ?
            ORDER BY score DESC, rated_at DESC, item_id DESC LIMIT ?""";

    private static final String BEST = String.format(Locale.ROOT, """
            SELECT kind, item_id, score, rated_at FROM (
                SELECT kind, item_id, score, rated_at FROM (%s) m
                UNION ALL SELECT kind, item_id, score, rated_at FROM (%s) s) best
            ORDER BY score DESC, rated_at DESC, kind DESC, item_id DESC LIMIT ?
            """, ofKind(Kind.MOVIE), ofKind(Kind.SHOW));

    static final UserRows ROWS = UserRows.of("rating", "kind", "item_id").shownAs("ratings");

    /// When two items are merged, the later of two ratings of a user counts.
    static final UserItemTable TABLE = new UserItemTable(
            "rating", List.of(), List.of(Column.number("score"), Column.number("rated_at")), false, """
            UPDATE SET score = excluded.score, rated_at = excluded.rated_at
            WHERE excluded.rated_at > rating.rated_at""");

    void save(Tx tx, UserId user, List<RatingChange> changes, Instant at) {
        tx.updateAll("""
                INSERT INTO rating (user_id, kind, item_id, score, rated_at)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (user_id, kind, item_id)
                DO UPDATE SET score = excluded.score, rated_at = excluded.rated_at
                """, changes.stream().map(change -> row(user, change, at)).toList());
    }

    /// Deletes in a fixed order, so that two batches never deadlock. Removes ratings of a deleted account.
    int removeFirst(Tx tx, UserId user, Instant at, int max) {
        tx.update("""
                INSERT INTO rating_withdrawn (kind, item_id, withdrawn_at)
                SELECT kind, item_id, CAST(? AS BIGINT) FROM rating WHERE user_id = ? ORDER BY kind, item_id LIMIT ?
                ON CONFLICT (kind, item_id) DO UPDATE SET withdrawn_at = excluded.withdrawn_at
                """, at, user.value(), max);
        return ROWS.erase(tx, user, max);
    }

    void remove(Tx tx, UserId user, List<RatingChange> removals, Instant at) {
        tx.updateAll(
                """
                INSERT INTO rating_withdrawn (kind, item_id, withdrawn_at)
                SELECT kind, item_id, CAST(? AS BIGINT) FROM rating WHERE user_id = ? AND kind = ? AND item_id = ?
                ON CONFLICT (kind, item_id) DO UPDATE SET withdrawn_at = excluded.withdrawn_at
                """,
                removals.stream()
                        .map(RatingChange::item)
                        .sorted(Comparator.comparing(MediaId::kind).thenComparingLong(MediaId::value))
                        .map(item -> new Object[] {at, user.value(), item.kind().number(), item.value()})
                        .toList());
        tx.updateAll(
                "DELETE FROM rating WHERE user_id = ? AND kind = ? AND item_id = ?",
                removals.stream().map(change -> key(user, change.item())).toList());
    }

    RatingTotalsMap totals(Tx tx, Collection<? extends MediaId> items) {
        Map<Long, List<Integer>> counts = new HashMap<>();
        MediaId.forEachChunk(
                items,
                (kind, batch) -> tx.forEach(
                        "SELECT item_id, score, count(*) FROM rating WHERE kind = ? AND item_id IN ("
                                + Tx.placeholders(batch.size()) + ") GROUP BY item_id, score ORDER BY item_id, score",
                        row -> count(counts, row),
                        kind.number(),
                        Tx.padToPlaceholders(batch)));
        return new RatingTotalsMap(pick(items, counts, RatingTotals::new));
    }

    List<MediaId> of(Tx tx, UserId user, Kind kind, Score lowest, Score highest) {
        return tx.ids(
                """
                SELECT item_id FROM rating
                WHERE user_id = ? AND kind = ? AND score BETWEEN ? AND ?
                ORDER BY rated_at DESC, item_id DESC
                """, number -> MediaId.of(kind, number), user.value(), kind.number(), lowest.value(), highest.value());
    }

    List<Rating> page(Tx tx, UserId user, Kind kind, long after, int max) {
        return tx.query("""
                SELECT item_id, score, rated_at FROM rating
                WHERE user_id = ? AND kind = ? AND item_id > ?
                ORDER BY item_id LIMIT ?
                """, row -> rated(kind, row), user.value(), kind.number(), after, max);
    }

    /// Movies and shows, the best first.
    List<Rating> best(Tx tx, UserId user, int max) {
        return tx.query(
                BEST,
                row -> new Rating(
                        MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)), new Score(row.getInt(3)), row.instant(4)),
                user.value(),
                Score.HIGHEST,
                max,
                user.value(),
                Score.HIGHEST,
                max,
                max);
    }

    private static String ofKind(Kind kind) {
        return BEST_OF_KIND.replace("%s", Integer.toString(kind.number()));
    }

    /// Newest first.
    ///
    /// @param after the last one of the page before, or [#BEFORE_ALL]
    List<Rating> newest(Tx tx, UserId user, Kind kind, ItemPosition after, int max) {
        return tx.query("""
                SELECT item_id, score, rated_at FROM rating
                WHERE user_id = ? AND kind = ? AND (rated_at, item_id) < (?, ?)
                ORDER BY rated_at DESC, item_id DESC LIMIT ?
                """, row -> rated(kind, row), user.value(), kind.number(), after.number(), after.item(), max);
    }

    /// In the order of the items.
    List<Rating> rated(Tx tx, UserId user, Collection<? extends MediaId> items) {
        Map<Long, Rating> found = new HashMap<>();
        MediaId.forEachChunk(
                items,
                (kind, batch) -> tx.forEach(
                        "SELECT item_id, score, rated_at FROM rating WHERE user_id = ? AND kind = ? AND item_id IN ("
                                + Tx.placeholders(batch.size()) + ") ORDER BY item_id",
                        row -> found.put(row.getLong(1), rated(kind, row)),
                        user.value(),
                        kind.number(),
                        Tx.padToPlaceholders(batch)));
        return items.stream()
                .flatMap(item -> Stream.ofNullable(found.get(item.value())))
                .toList();
    }

    Map<MediaId, Score> scores(Tx tx, UserId user, Collection<? extends MediaId> items) {
        Map<Long, Score> scores = new HashMap<>();
        MediaId.forEachMixedChunk(
                items,
                (kinds, batch) -> tx.forEach(
                        "SELECT item_id, score FROM rating WHERE user_id = ? AND kind IN ("
                                + Tx.placeholders(kinds.size()) + ") AND item_id IN ("
                                + Tx.placeholders(batch.size()) + ") ORDER BY item_id",
                        row -> scores.put(row.getLong(1), new Score(row.getInt(2))),
                        user.value(),
                        Tx.padToPlaceholders(kinds),
                        Tx.padToPlaceholders(batch)));
        return pick(items, scores, score -> score);
    }

    Map<UserId, Score> scores(Tx tx, List<Long> users, MediaId item) {
        Map<UserId, Score> scores = new HashMap<>();
        users.stream()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        "SELECT user_id, score FROM rating WHERE user_id IN (" + Tx.placeholders(batch.size())
                                + ") AND kind = ? AND item_id = ? ORDER BY user_id",
                        row -> scores.put(new UserId(row.getLong(1)), new Score(row.getInt(2))),
                        Tx.padToPlaceholders(batch),
                        item.kind().number(),
                        item.value()));
        return scores;
    }

    private static Rating rated(Kind kind, Row row) {
        return new Rating(MediaId.of(kind, row.getLong(1)), new Score(row.getInt(2)), row.instant(3));
    }

    private static void count(Map<Long, List<Integer>> counts, Row row) {
        counts.computeIfAbsent(row.getLong(1), item -> new ArrayList<>(Collections.nCopies(Score.HIGHEST, 0)))
                .set(row.getInt(2) - 1, row.getInt(3));
    }

    /// Item numbers are unique over all kinds, so a number identifies its item.
    private static <F, T> Map<MediaId, T> pick(
            Collection<? extends MediaId> items, Map<Long, F> values, Function<F, T> convert) {
        Map<MediaId, T> byItem = new HashMap<>();
        for (MediaId item : items) {
            F value = values.get(item.value());
            if (value != null) {
                byItem.put(item, convert.apply(value));
            }
        }
        return byItem;
    }

    private static Object[] row(UserId user, RatingChange change, Instant at) {
        Score score = change.score();
        if (score == null) {
            throw new IllegalArgumentException("a withdrawn rating has nothing to save");
        }
        return new Object[] {
            user.value(), change.item().kind().number(), change.item().value(), score.value(), at
        };
    }

    private static Object[] key(UserId user, MediaId item) {
        return new Object[] {user.value(), item.kind().number(), item.value()};
    }
}
