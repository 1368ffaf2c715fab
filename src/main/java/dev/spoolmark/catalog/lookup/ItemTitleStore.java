package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Finds items by their folded titles, and the titles of items.
public final class ItemTitleStore {

    private ItemTitleStore() {}

    /// An item with its title.
    public record TitleOwner(long id, @Nullable Integer year, boolean provisional, String title) {

        @Nullable
        Integer yearInTitle() {
            return TitleYearParser.of(title);
        }
    }

    /// @return by folded title, the items that have it: confirmed before provisional, then by id. Items that
    ///     were merged into others are left out.
    public static Map<String, List<TitleOwner>> titleOwners(Tx tx, Kind kind, Collection<String> keys) {
        Map<String, List<TitleOwner>> candidates = new HashMap<>();
        keys.stream()
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        String.format(Locale.ROOT, titleOwnersOf(kind), Tx.placeholders(batch.size())),
                        row -> candidates
                                .computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                                .add(titleOwner(row)),
                        Tx.padToPlaceholders(batch)));
        return candidates;
    }

    private static TitleOwner titleOwner(Row row) {
        return new TitleOwner(row.getLong(2), row.countOrNull(3), row.getBoolean(4), row.getString(5));
    }

    private static String titleOwnersOf(Kind kind) {
        return switch (kind) {
            case MOVIE -> """
                SELECT title_key, movie_id, year, provisional, title FROM movie WHERE title_key IN (%s)
                AND NOT EXISTS (SELECT 1 FROM item_migration m WHERE m.kind = 1 AND m.item_id = movie_id)
                ORDER BY title_key, provisional, movie_id
                """;
            case SHOW -> """
                SELECT title_key, show_id, year, provisional, title FROM show WHERE title_key IN (%s)
                AND NOT EXISTS (SELECT 1 FROM item_migration m WHERE m.kind = 2 AND m.item_id = show_id)
                ORDER BY title_key, provisional, show_id
                """;
            case PERSON -> """
                SELECT name_key, person_id, CAST(NULL AS INTEGER), FALSE, name FROM person
                WHERE name_key IN (%s)
                ORDER BY name_key, person_id
                """;
            case SEASON, EPISODE, LIST -> throw new IllegalArgumentException("none is found by its title: " + kind);
        };
    }

    /// @return these items with their titles
    public static Map<Long, TitleOwner> titleOwners(Tx tx, Kind kind, List<Long> items) {
        Map<Long, TitleOwner> candidates = new HashMap<>();
        items.stream()
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        String.format(Locale.ROOT, itemsOf(kind), Tx.placeholders(batch.size())),
                        row -> candidates.put(row.getLong(2), titleOwner(row)),
                        Tx.padToPlaceholders(batch)));
        return candidates;
    }

    private static String itemsOf(Kind kind) {
        return switch (kind) {
            case MOVIE -> """
                SELECT title_key, movie_id, year, provisional, title FROM movie WHERE movie_id IN (%s)
                ORDER BY movie_id
                """;
            case SHOW -> """
                SELECT title_key, show_id, year, provisional, title FROM show WHERE show_id IN (%s) ORDER BY show_id
                """;
            case PERSON -> """
                SELECT name_key, person_id, CAST(NULL AS INTEGER), FALSE, name FROM person WHERE person_id IN (%s)
                ORDER BY person_id
                """;
            case SEASON, EPISODE, LIST -> throw new IllegalArgumentException("none has a title of its own: " + kind);
        };
    }

    /// @return the name in messages: `Heat (1995)`, `Lost 1x02`
    public static String nameOf(Tx tx, Kind kind, long item) {
        String sql = switch (kind) {
            case MOVIE -> "SELECT title, year, NULL, NULL FROM movie WHERE movie_id = ?";
            case SHOW -> "SELECT title, year, NULL, NULL FROM show WHERE show_id = ?";
            case PERSON -> "SELECT name, NULL, NULL, NULL FROM person WHERE person_id = ?";
            case SEASON -> """
                        SELECT w.title, NULL, s.number, NULL FROM season s JOIN show w ON w.show_id = s.show_id
                        WHERE s.season_id = ?
                        """;
            case EPISODE -> """
                        SELECT w.title, NULL, e.season, e.number FROM episode e JOIN show w ON w.show_id = e.show_id
                        WHERE e.episode_id = ?
                        """;
            case LIST -> throw new IllegalArgumentException("no id of others is that of a list");
        };
        return tx.findFirst(sql, ItemTitleStore::name, item).orElse("number " + item);
    }

    private static String name(Row row) {
        String title = row.getString(1);
        Integer year = row.countOrNull(2);
        Integer season = row.countOrNull(3);
        Integer number = row.countOrNull(4);
        if (season == null) {
            return year == null ? title : title + " (" + year + ")";
        }
        return number == null
                ? title + " season " + season
                : String.format(Locale.ROOT, "%s %dx%02d", title, season, number);
    }

    /// @return those of these ids that items of this kind have
    static Set<Long> existing(Tx tx, Kind kind, Collection<Long> ids) {
        Set<Long> existing = new HashSet<>();
        ids.stream()
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        String.format(
                                Locale.ROOT,
                                "SELECT %1$s_id FROM %1$s WHERE %1$s_id IN (%2$s) ORDER BY %1$s_id",
                                kind.key(),
                                Tx.placeholders(batch.size())),
                        row -> existing.add(row.getLong(1)),
                        Tx.padToPlaceholders(batch)));
        return existing;
    }
}
