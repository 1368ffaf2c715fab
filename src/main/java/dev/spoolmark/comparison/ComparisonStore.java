package dev.spoolmark.comparison;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Statements that read rows of two users. Each considers a bounded number of items of the first one and looks
/// them up for the second one.
final class ComparisonStore {

    private static final int CONSIDERED = 5_000;

    private static final String MOVIES = """
            SELECT a.item_id, count(*) OVER () FROM (
                SELECT item_id FROM watched WHERE user_id = ? AND show_id = 0 AND plays > 0
                ORDER BY item_id DESC LIMIT ?) a
            JOIN watched b ON b.user_id = ? AND b.kind = 1 AND b.item_id = a.item_id AND b.plays > 0
            ORDER BY a.item_id DESC LIMIT ?
            """;

    private static final String SHOWS = """
            SELECT a.show_id, count(*) OVER () FROM (
                SELECT show_id, count(*) AS episodes FROM watched WHERE user_id = ? AND show_id > 0 AND plays > 0
                GROUP BY show_id ORDER BY episodes DESC, show_id LIMIT ?) a
            WHERE EXISTS (SELECT 1 FROM watched b WHERE b.user_id = ? AND b.show_id = a.show_id AND b.plays > 0)
            ORDER BY a.episodes DESC, a.show_id LIMIT ?
            """;

    private static final String RATINGS = """
            SELECT a.kind, a.item_id, a.score, b.score FROM (
                SELECT kind, item_id, score FROM (
                    SELECT kind, item_id, score FROM rating WHERE user_id = ? AND kind = 1 AND rated_at <= ?
                    ORDER BY rated_at DESC, item_id DESC LIMIT ?) m
                UNION ALL
                SELECT kind, item_id, score FROM (
                    SELECT kind, item_id, score FROM rating WHERE user_id = ? AND kind = 2 AND rated_at <= ?
                    ORDER BY rated_at DESC, item_id DESC LIMIT ?) s) a
            JOIN rating b ON b.user_id = ? AND b.kind = a.kind AND b.item_id = a.item_id
            ORDER BY a.kind, a.item_id
            """;

    /// The movies that were added to the catalog last come first.
    CommonItems movies(Tx tx, UserId one, UserId other, int shown) {
        return common(tx, MOVIES, row -> new MovieId(row.getLong(1)), one, other, shown);
    }

    /// The shows of which the first user has watched most episodes come first.
    CommonItems shows(Tx tx, UserId one, UserId other, int shown) {
        return common(tx, SHOWS, row -> new ShowId(row.getLong(1)), one, other, shown);
    }

    /// Movies and shows, of those that the first user has rated last.
    List<ComparedRating> ratings(Tx tx, UserId one, UserId other) {
        return tx.query(
                RATINGS,
                row -> new ComparedRating(
                        MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)), row.getInt(3), row.getInt(4)),
                one.value(),
                Long.MAX_VALUE,
                CONSIDERED,
                one.value(),
                Long.MAX_VALUE,
                CONSIDERED,
                other.value());
    }

    private static CommonItems common(
            Tx tx, String sql, Function<Row, MediaId> item, UserId one, UserId other, int shown) {
        List<MediaId> first = new ArrayList<>();
        long[] count = {0};
        tx.forEach(
                sql,
                row -> {
                    first.add(item.apply(row));
                    count[0] = row.getLong(2);
                },
                one.value(),
                CONSIDERED,
                other.value(),
                shown);
        return new CommonItems(count[0], first);
    }
}
