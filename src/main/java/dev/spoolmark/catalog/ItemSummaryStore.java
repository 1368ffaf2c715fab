package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads summaries of items of several kinds with one statement.
final class ItemSummaryStore {

    private static final String MOVIES = """
            SELECT 1 AS kind, m.movie_id AS item_id, 0 AS show_id, m.slug, m.title, m.year, m.poster,
                   0 AS season, 0 AS number, CAST(NULL AS TEXT) AS episode_title, CAST(NULL AS BIGINT) AS airs_at,
                   m.runtime, m.provisional
            FROM movie m WHERE m.movie_id IN (""";

    private static final String SHOWS = """
            SELECT 2 AS kind, s.show_id AS item_id, s.show_id AS show_id, s.slug, s.title, s.year, s.poster,
                   0 AS season, 0 AS number, CAST(NULL AS TEXT) AS episode_title, CAST(NULL AS BIGINT) AS airs_at,
                   s.runtime, s.provisional
            FROM show s WHERE s.show_id IN (""";

    private static final String SEASONS = """
            SELECT 3 AS kind, n.season_id AS item_id, s.show_id AS show_id, s.slug, s.title, s.year, s.poster,
                   n.number AS season, 0 AS number, CAST(NULL AS TEXT) AS episode_title,
                   CAST(NULL AS BIGINT) AS airs_at, s.runtime, n.provisional
            FROM season n JOIN show s ON s.show_id = n.show_id WHERE n.season_id IN (""";

    private static final String EPISODES = """
            SELECT 4 AS kind, e.episode_id AS item_id, s.show_id AS show_id, s.slug, s.title, s.year, s.poster,
                   e.season, e.number, e.title AS episode_title, e.airs_at,
                   coalesce(e.runtime, s.runtime) AS runtime, e.provisional
            FROM episode e JOIN show s ON s.show_id = e.show_id WHERE e.episode_id IN (""";

    private ItemSummaryStore() {}

    /// @param items at most 500 of each kind
    static Map<MediaId, ItemSummary> of(Tx tx, Collection<? extends MediaId> items) {
        List<String> parts = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        MediaId.byKind(items).forEach((kind, ids) -> {
            List<Long> distinct = ids.stream().distinct().toList();
            parts.add(select(kind) + Tx.placeholders(distinct.size()) + ")");
            values.addAll(Tx.padToPlaceholders(distinct));
        });
        Map<MediaId, ItemSummary> found = new HashMap<>();
        String sql = parts.stream().collect(Collectors.joining(" UNION ALL ")) + " ORDER BY kind, item_id";
        tx.forEach(
                sql,
                row -> {
                    ItemSummary summary = summary(row);
                    found.put(summary.id(), summary);
                },
                values);
        return found;
    }

    private static String select(Kind kind) {
        return switch (kind) {
            case MOVIE -> MOVIES;
            case SHOW -> SHOWS;
            case SEASON -> SEASONS;
            case EPISODE -> EPISODES;
            case PERSON, LIST -> throw new IllegalArgumentException(kind + " has no summary");
        };
    }

    private static ItemSummary summary(Row row) {
        long show = row.getLong(3);
        return new ItemSummary(
                MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)),
                show == 0 ? null : new ShowId(show),
                row.getString(4),
                row.getString(5),
                row.countOrNull(6),
                row.textOrNull(7),
                row.getInt(8),
                row.getInt(9),
                row.textOrNull(10),
                row.instantOrNull(11),
                row.countOrNull(12),
                row.getBoolean(13));
    }
}
