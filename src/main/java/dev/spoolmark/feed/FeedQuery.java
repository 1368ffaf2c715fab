package dev.spoolmark.feed;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.db.Tx;
import dev.spoolmark.social.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A query of one table, whose alias is `f`: by user, item and time.
final class FeedQuery {

    private static final int APPROVED = 2;
    private static final int ACTIVE = 1;

    private final StringBuilder sql;
    private final List<@Nullable Object> parameters = new ArrayList<>();

    FeedQuery(String select) {
        sql = new StringBuilder(select).append(" WHERE TRUE");
    }

    FeedQuery and(String condition, Object... values) {
        sql.append(" AND ").append(condition);
        parameters.addAll(List.of(values));
        return this;
    }

    FeedQuery between(String column, FeedFilter filter, ReadWindow window) {
        and(column + " >= ?", window.since());
        Instant before = filter.before();
        return before == null ? this : and(column + " < ?", before);
    }

    FeedQuery of(FeedAudience feedAudience) {
        return switch (feedAudience) {
            case FeedAudience.Users(var users, var viewer) ->
                among("f.user_id", users.stream().map(UserId::value));
            case FeedAudience.Everybody(var viewer) -> {
                long looks = number(viewer);
                yield and("""
                        EXISTS (SELECT 1 FROM account a WHERE a.user_id = f.user_id AND a.state = ?
                            AND (a.protected = FALSE OR a.user_id = ? OR EXISTS (SELECT 1 FROM follow_out o
                                WHERE o.user_id = ? AND o.target_id = a.user_id AND o.state = ?)))
                        """, ACTIVE, looks, looks, APPROVED);
            }
        };
    }

    /// Restricts the rows to lists that the viewer may see, so that others do not count towards the limit.
    ///
    /// @param list the alias of the table `list`
    FeedQuery readable(String list, FeedAudience feedAudience) {
        long looks = number(feedAudience.viewer());
        return and(String.format(Locale.ROOT, """
                (%1$s.privacy = 'public' OR %1$s.user_id = ? OR (%1$s.privacy = 'friends'
                    AND EXISTS (SELECT 1 FROM follow_out o WHERE o.user_id = ? AND o.target_id = %1$s.user_id
                        AND o.state = ?)
                    AND EXISTS (SELECT 1 FROM follow_in i WHERE i.user_id = ? AND i.source_id = %1$s.user_id
                        AND i.state = ?)))
                """, list), looks, looks, APPROVED, looks, APPROVED);
    }

    /// No user has the id 0.
    private static long number(Viewer viewer) {
        UserId id = viewer.id();
        return id == null ? 0 : id.value();
    }

    /// Restricts the rows to the kinds and items of the filter.
    FeedQuery about(FeedFilter filter) {
        among(
                "f.kind",
                filter.types().stream().filter(kind -> kind != Kind.LIST).map(kind -> (long) kind.number()));
        return switch (filter.items()) {
            case ItemFilter.All() -> this;
            case ItemFilter.Movies(var movies) ->
                and("f.kind = 1").among("f.item_id", movies.stream().map(movie -> movie.value()));
            case ItemFilter.Shows(var shows) ->
                ofShows(shows.stream().map(show -> show.value()).toList());
            case ItemFilter.Episodes(var shows, var seasons, var numbers) ->
                ofEpisodes(shows.stream().map(show -> show.value()).toList(), seasons, numbers);
        };
    }

    private FeedQuery ofShows(List<Long> shows) {
        if (shows.isEmpty()) {
            return and("FALSE");
        }
        String marks = Tx.placeholders(shows.size());
        sql.append(" AND ((f.kind = 2 AND f.item_id IN (")
                .append(marks)
                .append(")) OR (f.kind = 3 AND f.item_id IN (SELECT s.season_id FROM season s WHERE s.show_id IN (")
                .append(marks)
                .append("))) OR (f.kind = 4 AND f.item_id IN (SELECT e.episode_id FROM episode e WHERE e.show_id IN (")
                .append(marks)
                .append("))))");
        for (int i = 0; i < 3; i++) {
            parameters.addAll(Tx.padToPlaceholders(shows));
        }
        return this;
    }

    private FeedQuery ofEpisodes(List<Long> shows, Collection<Integer> seasons, Collection<Integer> numbers) {
        sql.append(" AND f.kind = 4 AND f.item_id IN (SELECT e.episode_id FROM episode e WHERE TRUE");
        among("e.show_id", shows.stream());
        if (!seasons.isEmpty()) {
            among("e.season", seasons.stream().map(Integer::longValue));
        }
        if (!numbers.isEmpty()) {
            among("e.number", numbers.stream().map(Integer::longValue));
        }
        sql.append(")");
        return this;
    }

    private FeedQuery among(String column, Stream<Long> values) {
        List<Long> all = values.sorted().toList();
        if (all.isEmpty()) {
            return and("FALSE");
        }
        sql.append(" AND ")
                .append(column)
                .append(" IN (")
                .append(Tx.placeholders(all.size()))
                .append(')');
        parameters.addAll(Tx.padToPlaceholders(all));
        return this;
    }

    FeedQuery newest(String order, ReadWindow window) {
        sql.append(" ORDER BY ").append(order).append(" LIMIT ?");
        parameters.add(window.rows());
        return this;
    }

    String sql() {
        return sql.toString();
    }

    /// In the order of the placeholders.
    List<@Nullable Object> parameters() {
        return parameters;
    }
}
