package dev.spoolmark.recommendation;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;

/// Reads what a movie or show has in common with others of its kind. Ids are those of that kind.
final class RelatedStore {

    /// Maximum number of users that are considered for a popular item.
    private static final int MAX_USERS = 1_000;

    /// SQLite keeps the order of a `CROSS JOIN`; otherwise it reads the genres of all items.
    private static final String GENRES_SHARED = """
            SELECT o.item_id, count(*),
                   (SELECT count(*) FROM item_genre a WHERE a.kind = o.kind AND a.item_id = o.item_id)
            FROM item_genre g CROSS JOIN item_genre o
            WHERE g.kind = ? AND g.item_id = ? AND o.kind = g.kind AND o.genre = g.genre AND o.item_id <> g.item_id
            GROUP BY o.kind, o.item_id
            ORDER BY o.item_id
            """;

    private static final String PERSONS_SHARED = """
            SELECT o.item_id, count(DISTINCT o.person_id)
            FROM credit c CROSS JOIN credit o
            WHERE c.kind = ? AND c.item_id = ? AND o.person_id = c.person_id AND o.kind = c.kind
                AND o.item_id <> c.item_id
            GROUP BY o.item_id
            ORDER BY o.item_id
            """;

    private RelatedStore() {}

    /// The number of genres in common, and of all genres of the other item.
    record SharedGenres(int shared, int all) {}

    static int genresOf(Tx tx, MediaId item) {
        return tx.findFirst(
                        "SELECT count(*) FROM item_genre WHERE kind = ? AND item_id = ?",
                        row -> row.getInt(1),
                        item.kind().number(),
                        item.value())
                .orElse(0);
    }

    static Map<Long, SharedGenres> genresShared(Tx tx, MediaId item) {
        Map<Long, SharedGenres> found = new HashMap<>();
        tx.forEach(
                GENRES_SHARED,
                row -> found.put(row.getLong(1), new SharedGenres(row.getInt(2), row.getInt(3))),
                item.kind().number(),
                item.value());
        return found;
    }

    static Map<Long, Integer> personsShared(Tx tx, MediaId item) {
        Map<Long, Integer> found = new HashMap<>();
        tx.forEach(
                PERSONS_SHARED,
                row -> found.put(row.getLong(1), row.getInt(2)),
                item.kind().number(),
                item.value());
        return found;
    }

    /// The number of users who watched or liked both, if at least two.
    static Map<Long, Integer> usersShared(Tx tx, MediaId item) {
        KindSql sqlNames = KindSql.of(item.kind());
        String sql = sqlNames.in("""
                WITH fan (user_id) AS (
                    SELECT user_id FROM watched WHERE kind = {part} AND {of} AND plays > 0
                    UNION
                    SELECT user_id FROM rating WHERE kind = {kind} AND item_id = ? AND score >= {loved}
                    ORDER BY user_id LIMIT ?)
                SELECT liked.item, count(*) FROM (
                    SELECT w.{whole} AS item, w.user_id FROM fan f
                    JOIN watched w ON w.user_id = f.user_id AND w.kind = {part} AND w.plays > 0
                    UNION
                    SELECT r.item_id, r.user_id FROM fan f
                    JOIN rating r ON r.user_id = f.user_id AND r.kind = {kind} AND r.score >= {loved}) AS liked
                WHERE liked.item <> ?
                GROUP BY liked.item HAVING count(*) >= 2
                ORDER BY liked.item
                """).replace("{of}", partsOf(item.kind()));
        Map<Long, Integer> found = new HashMap<>();
        tx.forEach(
                sql,
                row -> found.put(row.getLong(1), row.getInt(2)),
                item.value(),
                item.value(),
                MAX_USERS,
                item.value());
        return found;
    }

    /// Existing items that a source relates to the item, best first.
    static List<Long> relatedBySource(Tx tx, MediaId item) {
        return tx.query("""
                SELECT x.item_id FROM source_related h
                JOIN external_id x ON x.provider = h.provider AND x.kind = h.kind AND x.value = h.value
                WHERE h.kind = ? AND h.item_id = ? AND x.item_id <> h.item_id
                ORDER BY h.position
                """, row -> row.getLong(1), item.kind().number(), item.value());
    }

    /// A condition on the plays of one movie or show, with one placeholder.
    private static String partsOf(Kind kind) {
        return kind == Kind.MOVIE ? "item_id = ?" : "item_id IN (SELECT episode_id FROM episode WHERE show_id = ?)";
    }

    /// The votes of the confirmed ones of these items; provisional items are excluded.
    static Map<Long, Integer> votes(Tx tx, Kind kind, Collection<Long> items) {
        String sql = String.format(
                        Locale.ROOT,
                        "SELECT i.%1$s_id, (SELECT count(*) FROM rating r WHERE r.kind = %2$d AND r.item_id = i.%1$s_id)",
                        kind.key(),
                        kind.number())
                + String.format(Locale.ROOT, " FROM %1$s i WHERE i.provisional = FALSE AND i.%1$s_id IN ", kind.key());
        Map<Long, Integer> found = new HashMap<>();
        items.stream()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        sql + "(" + Tx.placeholders(batch.size()) + ") ORDER BY 1",
                        row -> found.put(row.getLong(1), row.getInt(2)),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    /// The movies that a user has watched, or the shows of which they have watched an episode.
    static Set<Long> watchedBy(Tx tx, UserId user, Kind kind) {
        List<Long> items = tx.query(KindSql.of(kind).in("""
                        SELECT DISTINCT {whole} FROM watched WHERE user_id = ? AND kind = {part} AND plays > 0
                        ORDER BY {whole}
                        """), row -> row.getLong(1), user.value());
        return new HashSet<>(items);
    }
}
