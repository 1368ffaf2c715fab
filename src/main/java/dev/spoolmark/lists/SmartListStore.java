package dev.spoolmark.lists;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ItemConditions;
import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the items of smart lists with one statement. Its candidates are the rows of the owner in the sources.
final class SmartListStore {

    private static final String WATCHLIST = """
            SELECT kind, item_id, listed_at AS added_at FROM watchlist_item WHERE user_id = ? AND kind IN (1, 2)""";

    private static final String COLLECTION = """
            SELECT kind, item_id, collected_at AS added_at FROM collected WHERE user_id = ? AND kind = 1
            UNION ALL SELECT 2 AS kind, show_id AS item_id, max(collected_at) AS added_at
            FROM collected WHERE user_id = ? AND show_id > 0 GROUP BY show_id""";

    /// Movies have no show. A covering index has both.
    private static final String WATCHED_MOVIES = """
            SELECT 1 AS kind, item_id, coalesce(last_at, 0) AS added_at FROM watched
            WHERE user_id = ? AND show_id = 0 AND plays > 0""";

    private static final String WATCHED_SHOWS = """
            SELECT 2 AS kind, show_id AS item_id, max(coalesce(last_at, 0)) AS added_at FROM watched
            WHERE user_id = ? AND show_id > 0 AND plays > 0 GROUP BY show_id""";

    private static final String RATED = """
            SELECT kind, item_id, rated_at AS added_at FROM rating WHERE user_id = ? AND kind IN (1, 2)""";

    private static final String LIST = """
            SELECT kind, item_id, listed_at AS added_at FROM list_item
            WHERE user_id = ? AND list_id = ? AND kind IN (1, 2)""";

    private static final String SCORE =
            "(SELECT r.score FROM rating r" + " WHERE r.user_id = ? AND r.kind = o.kind AND r.item_id = o.item_id)";

    private static final String COLLECTED = "EXISTS (SELECT 1 FROM collected c WHERE c.user_id = ?"
            + " AND ((o.kind = 1 AND c.kind = 1 AND c.item_id = o.item_id)"
            + " OR (o.kind = 2 AND c.kind = 4 AND c.show_id = o.item_id)))";

    private static final String IN_WATCHLIST = "EXISTS (SELECT 1 FROM watchlist_item l"
            + " WHERE l.user_id = ? AND l.kind = o.kind AND l.item_id = o.item_id)";

    /// @param confirmed whether provisional items are left out
    /// @param limit the highest number of items
    List<MediaId> find(Tx tx, UserId owner, SmartRules rules, boolean confirmed, int limit, Instant now) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT kind, item_id FROM (SELECT o.kind, o.item_id, ");
        sql.append(key(rules.order())).append(" AS sort_key FROM (SELECT kind, item_id,");
        if (rules.order() == ItemOrder.RATING) {
            values.add(owner.value());
        }
        sql.append(" CASE WHEN kind = 2 THEN item_id ELSE 0 END AS show_id, max(added_at) AS added_at FROM (");
        sources(sql, values, owner, rules);
        sql.append(") candidate GROUP BY kind, item_id) o").append(ItemConditions.FACTS);
        sql.append(" WHERE o.kind IN (")
                .append(Tx.placeholders(rules.kinds().size()))
                .append(")");
        values.addAll(Tx.padToPlaceholders(
                rules.kinds().stream().map(Kind::number).sorted().toList()));
        conditions(sql, values, owner, rules, now);
        if (confirmed) {
            sql.append(" AND ").append(ItemConditions.CONFIRMED);
        }
        String direction = rules.order().isAscending() ? "" : " DESC";
        sql.append(") found ORDER BY sort_key")
                .append(direction)
                .append(", item_id")
                .append(direction);
        values.add(limit);
        return tx.query(
                sql.append(" LIMIT ?").toString(), row -> MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)), values);
    }

    private static void sources(StringBuilder sql, List<Object> values, UserId owner, SmartRules rules) {
        List<String> parts = new ArrayList<>();
        rules.sources().stream()
                .sorted()
                .flatMap(source -> statements(source, rules.kinds()))
                .forEach(part -> {
                    parts.add(part);
                    int users =
                            Math.toIntExact(part.chars().filter(c -> c == '?').count());
                    values.addAll(Collections.nCopies(users, owner.value()));
                });
        ListId list = rules.list();
        if (list != null) {
            parts.add(LIST);
            values.addAll(List.of(owner.value(), list.value()));
        }
        sql.append(String.join(" UNION ALL ", parts));
    }

    /// The parameters of each are the user.
    private static Stream<String> statements(SmartSource source, Set<Kind> kinds) {
        return switch (source) {
            case WATCHLIST -> Stream.of(WATCHLIST);
            case COLLECTION -> Stream.of(COLLECTION);
            case WATCHED ->
                Stream.of(Kind.MOVIE, Kind.SHOW)
                        .filter(kinds::contains)
                        .map(kind -> kind == Kind.MOVIE ? WATCHED_MOVIES : WATCHED_SHOWS);
            case RATED -> Stream.of(RATED);
        };
    }

    private static void conditions(
            StringBuilder sql, List<Object> values, UserId owner, SmartRules rules, Instant now) {
        if (rules.conditions().isEmpty()) {
            return;
        }
        List<String> parts = new ArrayList<>();
        for (SmartCondition condition : rules.conditions()) {
            parts.add(condition(condition, values, owner.value(), now));
        }
        sql.append(" AND (")
                .append(String.join(rules.isAny() ? " OR " : " AND ", parts))
                .append(")");
    }

    private static String condition(SmartCondition condition, List<Object> values, long owner, Instant now) {
        SmartField field = condition.field();
        switch (field) {
            case RATING_FROM, RATING_TO -> values.addAll(List.of(owner, condition.number()));
            case WATCHED, UNWATCHED -> values.addAll(List.of(owner, owner, now, owner));
            case COLLECTED, NOT_COLLECTED, IN_WATCHLIST, NOT_IN_WATCHLIST -> values.add(owner);
            case ADDED_DAYS -> values.add(now.minus(Duration.ofDays(condition.number())));
            case YEAR_FROM, YEAR_TO, RUNTIME_FROM, RUNTIME_TO -> values.add(condition.number());
            case GENRE, NOT_GENRE, NETWORK, COUNTRY, CERTIFICATION -> values.add(condition.value());
        }
        return switch (field) {
            case GENRE -> ItemConditions.GENRE;
            case NOT_GENRE -> "NOT " + ItemConditions.GENRE;
            case YEAR_FROM -> "coalesce(m.year, s.year) >= ?";
            case YEAR_TO -> "coalesce(m.year, s.year) <= ?";
            case RATING_FROM -> SCORE + " >= ?";
            case RATING_TO -> SCORE + " <= ?";
            case WATCHED -> ItemConditions.WATCHED;
            case UNWATCHED -> "NOT " + ItemConditions.WATCHED;
            case COLLECTED -> COLLECTED;
            case NOT_COLLECTED -> "NOT " + COLLECTED;
            case IN_WATCHLIST -> IN_WATCHLIST;
            case NOT_IN_WATCHLIST -> "NOT " + IN_WATCHLIST;
            case NETWORK -> "lower(s.network) = lower(?)";
            case COUNTRY -> "lower(s.country) = lower(?)";
            case CERTIFICATION -> "lower(coalesce(m.certification, s.certification)) = lower(?)";
            case RUNTIME_FROM -> "coalesce(m.runtime, s.runtime) >= ?";
            case RUNTIME_TO -> "coalesce(m.runtime, s.runtime) <= ?";
            case ADDED_DAYS -> "o.added_at >= ?";
        };
    }

    private static String key(ItemOrder order) {
        return switch (order) {
            case RANK, ADDED -> "o.added_at";
            case TITLE -> ItemConditions.TITLE;
            case YEAR -> "coalesce(m.year, s.year, 0)";
            case RUNTIME -> "coalesce(m.runtime, s.runtime, 0)";
            case RATING -> "coalesce(" + SCORE + ", 0)";
        };
    }
}
