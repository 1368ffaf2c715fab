package dev.spoolmark.recommendation;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads training data: which users liked or played which movies or shows. An item with a low rating is not
/// liked, however often it was played.
final class ModelStore {

    private static final String LIKES = """
            SELECT user_id, item_id AS item FROM rating
            WHERE kind = {kind} AND score >= {loved} AND user_id %1$s
            UNION
            SELECT w.user_id, w.{whole} FROM watched w
            WHERE w.kind = {part} AND w.plays > 0 AND w.user_id %1$s AND NOT EXISTS (
                SELECT 1 FROM rating h
                WHERE h.user_id = w.user_id AND h.kind = {kind} AND h.item_id = w.{whole} AND h.score < {loved})
            """;

    private final KindSql sql;

    ModelStore(Kind kind) {
        this.sql = KindSql.of(kind);
    }

    /// The current catalog revision.
    static long revision(Tx tx) {
        return tx.findFirst("SELECT value FROM catalog_revision WHERE id = 1", row -> row.getLong(1))
                .orElse(0L);
    }

    /// The number of users who played or rated something, at most `limit`.
    int countUsers(Tx tx, int limit) {
        return tx.query(sql.in("""
                        SELECT a.user_id FROM account a
                        WHERE a.state = 1
                          AND (EXISTS (SELECT 1 FROM rating r WHERE r.user_id = a.user_id AND r.kind = {kind})
                               OR EXISTS (SELECT 1 FROM watched w
                                          WHERE w.user_id = a.user_id AND w.kind = {part} AND w.plays > 0))
                        ORDER BY a.user_id LIMIT ?
                        """), row -> row.getLong(1), limit).size();
    }

    /// The items that most users like, most liked first.
    List<Long> popular(Tx tx, int fewest, int limit) {
        return tx.query(
                sql.in(String.format(Locale.ROOT, """
                SELECT l.item FROM (%s) l GROUP BY l.item HAVING count(*) >= ?
                ORDER BY count(*) DESC, l.item LIMIT ?
                """, String.format(Locale.ROOT, LIKES, "IS NOT NULL"))),
                row -> row.getLong(1),
                fewest,
                limit);
    }

    /// The next users after an id, ordered by id.
    List<Long> usersAfter(Tx tx, long last, int limit) {
        return tx.query(
                "SELECT user_id FROM account WHERE user_id > ? AND state = 1 ORDER BY user_id LIMIT ?",
                row -> row.getLong(1),
                last,
                limit);
    }

    Collection<List<Long>> likesOf(Tx tx, List<Long> users) {
        Map<Long, List<Long>> likes = new LinkedHashMap<>();
        tx.forEach(
                sql.in(String.format(
                        Locale.ROOT,
                        "SELECT l.user_id, l.item FROM (%s) l ORDER BY l.user_id, l.item",
                        String.format(Locale.ROOT, LIKES, "IN (" + Tx.placeholders(users.size()) + ")"))),
                row -> likes.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                        .add(row.getLong(2)),
                Tx.padToPlaceholders(users),
                Tx.padToPlaceholders(users));
        return likes.values();
    }
}
