package dev.spoolmark.recommendation;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Reads the data for recommendations in one transaction. Ids are those of movies or of shows.
final class RecommendationStore {

    /// Maximum number of similar users.
    private static final int MAX_NEIGHBOURS = 200;

    private static final int MAX_NEIGHBOUR_ITEMS = 200_000;
    private static final int MODEL_INPUT_LIMIT = 2_000;

    private final Tx tx;
    private final RecommendationFilter filter;
    private final KindSql sqlNames;

    RecommendationStore(Tx tx, RecommendationFilter filter) {
        this.tx = tx;
        this.filter = filter;
        this.sqlNames = KindSql.of(filter.kind());
    }

    /// Items that are not recommended to the user: watched and rated ones, and those that the request excludes.
    Set<Long> excluded(UserId user) {
        Set<Long> excluded = new HashSet<>();
        add(excluded, "SELECT DISTINCT {whole} FROM watched WHERE user_id = ? AND kind = {part} AND plays > 0", user);
        add(excluded, "SELECT item_id FROM rating WHERE user_id = ? AND kind = {kind}", user);
        if (filter.hideCollected()) {
            add(excluded, "SELECT DISTINCT {whole} FROM collected WHERE user_id = ? AND kind = {part}", user);
        }
        if (filter.hideListed()) {
            add(excluded, "SELECT item_id FROM watchlist_item WHERE user_id = ? AND kind = {kind}", user);
        }
        return excluded;
    }

    /// Items that the user liked or played, latest first, followed by items of friends.
    List<Long> seeds(UserId user) {
        Set<Long> seeds = new LinkedHashSet<>(seedsOf("= ?", user, Recommendations.MAX_SEEDS));
        if (seeds.size() < Recommendations.MAX_SEEDS) {
            seeds.addAll(seedsOf("""
                    IN (SELECT f.target_id FROM follow_out f
                        JOIN follow_in b ON b.user_id = f.user_id AND b.source_id = f.target_id AND b.state = 2
                        WHERE f.user_id = ? AND f.state = 2)""", user, Recommendations.MAX_SEEDS));
        }
        return seeds.stream().limit(Recommendations.MAX_SEEDS).toList();
    }

    private List<Long> seedsOf(String condition, UserId user, int limit) {
        return query(String.format(Locale.ROOT, """
                SELECT s.item, max(s.moment) FROM (
                    SELECT item_id AS item, rated_at AS moment FROM rating
                    WHERE user_id %1$s AND kind = {kind} AND score >= {loved}
                    UNION ALL
                    SELECT {whole}, coalesce(last_at, 0) FROM watched
                    WHERE user_id %1$s AND kind = {part} AND plays > 0) s
                WHERE NOT EXISTS (
                    SELECT 1 FROM rating h
                    WHERE h.user_id = ? AND h.kind = {kind} AND h.item_id = s.item AND h.score < {loved})
                GROUP BY s.item ORDER BY max(s.moment) DESC, s.item DESC LIMIT ?
                """, condition), user.value(), user.value(), user.value(), limit);
    }

    /// All items that the user liked or played and did not rate low, latest first, up to the input limit of the
    /// model.
    List<Long> liked(UserId user) {
        return seedsOf("= ?", user, MODEL_INPUT_LIMIT);
    }

    /// For each other item, the number of people of its cast and crew that it shares with the seeds.
    Map<Long, Integer> personsShared(List<Long> seeds, int limit) {
        Map<Long, Integer> shared = new HashMap<>();
        each(
                String.format(Locale.ROOT, """
                SELECT p.item_id, sum(p.people) FROM (
                    SELECT c.item_id AS seed, o.item_id, count(DISTINCT o.person_id) AS people
                    FROM credit c JOIN credit o ON o.person_id = c.person_id AND o.kind = c.kind
                        AND o.item_id <> c.item_id
                    WHERE c.kind = {kind} AND c.item_id IN (%s)
                    GROUP BY c.item_id, o.item_id) p
                GROUP BY p.item_id ORDER BY sum(p.people) DESC, p.item_id LIMIT ?
                """, Tx.placeholders(seeds.size())),
                row -> shared.put(row.getLong(1), row.getInt(2)),
                Tx.padToPlaceholders(seeds),
                limit);
        return shared;
    }

    /// The most similar users, with all items that they watched or liked.
    CoViewers coViewers(List<Long> seeds, UserId excluded) {
        List<Long> users = query(
                String.format(Locale.ROOT, """
                SELECT f.user_id FROM (%s) f WHERE f.user_id <> ?
                GROUP BY f.user_id ORDER BY count(*) DESC, f.user_id LIMIT ?
                """, likers("%s IN (" + Tx.placeholders(seeds.size()) + ")")),
                Tx.padToPlaceholders(seeds),
                Tx.padToPlaceholders(seeds),
                excluded.value(),
                MAX_NEIGHBOURS);
        CoViewers coViewers = new CoViewers();
        if (!users.isEmpty()) {
            each(
                    "SELECT f.user_id, f.item FROM (" + likers("user_id IN (" + Tx.placeholders(users.size()) + ")")
                            + ") f ORDER BY f.user_id, f.item LIMIT ?",
                    row -> coViewers.add(row.getLong(1), row.getLong(2)),
                    Tx.padToPlaceholders(users),
                    Tx.padToPlaceholders(users),
                    MAX_NEIGHBOUR_ITEMS);
        }
        return coViewers;
    }

    private static String likers(String column) {
        return String.format(
                Locale.ROOT,
                """
                SELECT user_id, item_id AS item FROM rating
                WHERE kind = {kind} AND score >= {loved} AND %s
                UNION
                SELECT user_id, {whole} FROM watched WHERE kind = {part} AND plays > 0 AND %s
                """,
                String.format(Locale.ROOT, column, "item_id"),
                String.format(Locale.ROOT, column, "{whole}"));
    }

    /// The items that share most genres with the seeds.
    List<Long> ofSimilarGenres(List<Long> seeds, int limit) {
        return query(
                String.format(Locale.ROOT, """
                SELECT o.item_id FROM item_genre o JOIN {table} i ON i.{id} = o.item_id
                WHERE o.kind = {kind} AND o.genre IN (
                    SELECT g.genre FROM item_genre g WHERE g.kind = {kind} AND g.item_id IN (%s)) AND %s
                GROUP BY o.item_id ORDER BY count(*) DESC, o.item_id DESC LIMIT ?
                """, Tx.placeholders(seeds.size()), allowed()),
                Tx.padToPlaceholders(seeds),
                bounds(),
                limit);
    }

    /// Of these items, those that may be recommended, with their number of votes.
    Map<Long, Long> votesOfAllowed(Collection<Long> items) {
        Map<Long, Long> votes = new HashMap<>();
        items.stream()
                .sorted()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> each(
                        String.format(Locale.ROOT, """
                        SELECT i.{id}, (SELECT count(*) FROM rating r WHERE r.kind = {kind} AND r.item_id = i.{id})
                        FROM {table} i WHERE i.{id} IN (%s) AND %s ORDER BY i.{id}
                        """, Tx.placeholders(batch.size()), allowed()),
                        row -> votes.put(row.getLong(1), row.getLong(2)),
                        Tx.padToPlaceholders(batch),
                        bounds()));
        return votes;
    }

    Map<Long, Set<String>> genres(Collection<Long> items) {
        Map<Long, Set<String>> genres = new HashMap<>();
        items.stream()
                .sorted()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> each(
                        String.format(Locale.ROOT, """
                        SELECT item_id, genre FROM item_genre
                        WHERE kind = {kind} AND item_id IN (%s) ORDER BY item_id, position
                        """, Tx.placeholders(batch.size())),
                        row -> genres.computeIfAbsent(row.getLong(1), any -> new HashSet<>())
                                .add(row.getString(2)),
                        Tx.padToPlaceholders(batch)));
        return genres;
    }

    /// Best rated items, then new ones. Few votes count little: the average of each item starts with three votes
    /// of 6.
    List<Long> bestRated(int limit) {
        return query(String.format(Locale.ROOT, """
                SELECT i.{id} FROM {table} i
                LEFT JOIN (SELECT item_id, sum(score) AS points, count(*) AS votes FROM rating
                           WHERE kind = {kind} GROUP BY item_id) r ON r.item_id = i.{id}
                WHERE %s
                ORDER BY coalesce((r.points + 18.0) / (r.votes + 3), 0) DESC, coalesce(i.{day}, '') DESC,
                         coalesce(i.year, 0) DESC, i.{id} DESC
                LIMIT ?
                """, allowed()), bounds(), limit);
    }

    /// Confirmed items of the requested years and genres. Used together with [#bounds].
    private String allowed() {
        String genre = filter.genres()
                .map(genres -> "AND EXISTS (SELECT 1 FROM item_genre a WHERE a.kind = {kind} AND a.item_id = i.{id}"
                        + " AND a.genre IN (" + Tx.placeholders(genres.size()) + "))")
                .orElse("");
        return "i.provisional = FALSE AND coalesce(i.year, 0) >= ? AND coalesce(i.year, 0) <= ? " + genre;
    }

    private List<@Nullable Object> bounds() {
        List<@Nullable Object> bounds = new ArrayList<>();
        bounds.add(filter.fromYear());
        bounds.add(filter.lastYear());
        filter.genres()
                .ifPresent(genres -> bounds.addAll(
                        Tx.padToPlaceholders(genres.stream().sorted().toList())));
        return bounds;
    }

    private void add(Set<Long> items, String sql, UserId user) {
        items.addAll(query(sql + " ORDER BY 1", user.value()));
    }

    private List<Long> query(String sql, @Nullable Object... parameters) {
        return tx.query(sqlNames.in(sql), row -> row.getLong(1), parameters);
    }

    private void each(String sql, java.util.function.Consumer<Row> consumer, @Nullable Object... parameters) {
        tx.forEach(sqlNames.in(sql), consumer, parameters);
    }
}
