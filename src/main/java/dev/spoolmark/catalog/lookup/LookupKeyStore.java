package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.Provider;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Stores external ids, folded titles and slugs of items.
public final class LookupKeyStore {

    private static final String INSERT_SLUG =
            "INSERT INTO slug (kind, slug, item_id) VALUES (?, ?, ?) ON CONFLICT (kind, slug) DO NOTHING";

    private LookupKeyStore() {}

    /// An item with its title.
    public record TitleOwner(long id, @Nullable Integer year, boolean provisional, String title) {

        @Nullable
        Integer yearInTitle() {
            return TitleYearParser.of(title);
        }
    }

    /// The item of an external id.
    ///
    /// @param superseded whether the item had the id before
    public record IdOwner(long item, boolean superseded) {}

    /// @return the items of these ids; unknown ids are absent
    public static Map<ExternalId, Long> owners(Tx tx, Kind kind, Collection<ExternalId> requested) {
        Map<ExternalId, Long> owners = new HashMap<>();
        idOwners(tx, kind, requested).forEach((id, owner) -> owners.put(id, owner.item()));
        return owners;
    }

    public static Map<ExternalId, IdOwner> idOwners(Tx tx, Kind kind, Collection<ExternalId> requested) {
        Map<ExternalId, IdOwner> owners = new HashMap<>();
        Map<Provider, List<ExternalId>> byProvider =
                requested.stream().distinct().collect(Collectors.groupingBy(ExternalId::provider));
        byProvider.forEach((provider, ids) -> ids.stream()
                .map(ExternalId::value)
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(values -> tx.forEach(
                        String.format(Locale.ROOT, """
                        SELECT value, item_id, superseded FROM external_id
                        WHERE provider = ? AND kind = ? AND value IN (%s)
                        ORDER BY value
                        """, Tx.placeholders(values.size())),
                        row -> owners.put(
                                new ExternalId(provider, row.getString(1)),
                                new IdOwner(row.getLong(2), row.getBoolean(3))),
                        provider.key(),
                        kind.number(),
                        Tx.padToPlaceholders(values))));
        return owners;
    }

    /// @return the items of other kinds that have these IMDb ids; IMDb numbers all titles together
    public static Map<String, List<MediaId>> imdbOfOtherKinds(Tx tx, Kind kind, Collection<String> imdb) {
        Map<String, List<MediaId>> items = new HashMap<>();
        imdb.stream()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(values -> tx.forEach(
                        String.format(Locale.ROOT, """
                        SELECT value, kind, item_id FROM external_id
                        WHERE provider = 'imdb' AND kind IN (1, 2, 3, 4) AND kind <> ? AND value IN (%s)
                        ORDER BY value, kind
                        """, Tx.placeholders(values.size())),
                        row -> items.computeIfAbsent(row.getString(1), value -> new ArrayList<>())
                                .add(MediaId.of(Kind.of(row.getInt(2)), row.getLong(3))),
                        kind.number(),
                        Tx.padToPlaceholders(values)));
        return items;
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
        return tx.findFirst(sql, LookupKeyStore::name, item).orElse("number " + item);
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

    public static Map<Long, Ids> idsOf(Tx tx, Kind kind, Collection<Long> items) {
        Map<Long, List<ExternalId>> found = new HashMap<>();
        items.stream()
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        String.format(Locale.ROOT, """
                        SELECT item_id, provider, value FROM external_id
                        WHERE kind = ? AND item_id IN (%s) AND NOT superseded
                        ORDER BY item_id, provider, value
                        """, Tx.placeholders(batch.size())),
                        row -> found.computeIfAbsent(row.getLong(1), item -> new ArrayList<>())
                                .add(new ExternalId(Provider.of(row.getString(2)), row.getString(3))),
                        kind.number(),
                        Tx.padToPlaceholders(batch)));
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> Ids.of(e.getValue())));
    }

    /// @return the item that this slug leads to or ever led to
    public static Optional<Long> bySlug(Tx tx, Kind kind, String slug) {
        return tx.findFirst(
                "SELECT item_id FROM slug WHERE kind = ? AND slug = ?", row -> row.getLong(1), kind.number(), slug);
    }

    /// @return the items that these slugs lead to or ever led to, by slug; unknown slugs are absent
    static Map<String, Long> bySlugs(Tx tx, Kind kind, Collection<String> slugs) {
        Map<String, Long> items = new HashMap<>();
        slugs.stream()
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        "SELECT slug, item_id FROM slug WHERE kind = ? AND slug IN (" + Tx.placeholders(batch.size())
                                + ") ORDER BY slug",
                        row -> items.put(row.getString(1), row.getLong(2)),
                        kind.number(),
                        Tx.padToPlaceholders(batch)));
        return items;
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

    /// Assigns the first free slug of the candidates to the item, permanently.
    public static String claimSlug(Tx tx, Kind kind, long item, SlugCandidates candidates) {
        if (!candidates.additional().isEmpty()) {
            tryClaim(tx, kind, item, candidates.additional());
        }
        String slug = candidates.next();
        while (!tryClaim(tx, kind, item, slug)) {
            slug = candidates.next();
        }
        return slug;
    }

    /// Assigns each new item its first free slug, permanently. Of two items with the same candidate the first one of
    /// the map gets it. Two statements for all items, and two more for those whose slug was taken.
    static Map<Long, String> claimSlugs(Tx tx, Kind kind, Map<Long, SlugCandidates> candidates) {
        Map<Long, String> additional = new LinkedHashMap<>();
        candidates.forEach((item, all) -> {
            if (!all.additional().isEmpty()) {
                additional.put(item, all.additional());
            }
        });
        insertSlugs(tx, kind, additional);
        Map<Long, String> claimed = new HashMap<>();
        Set<String> tried = new HashSet<>();
        while (claimed.size() < candidates.size()) {
            Map<Long, String> next = new LinkedHashMap<>();
            candidates.forEach((item, all) -> {
                if (!claimed.containsKey(item)) {
                    next.put(item, untried(all, tried));
                }
            });
            insertSlugs(tx, kind, next);
            Map<String, Long> owners = bySlugs(tx, kind, next.values());
            next.forEach((item, slug) -> {
                if (item.equals(owners.get(slug))) {
                    claimed.put(item, slug);
                }
            });
        }
        return claimed;
    }

    private static String untried(SlugCandidates candidates, Set<String> tried) {
        String slug = candidates.next();
        while (!tried.add(slug)) {
            slug = candidates.next();
        }
        return slug;
    }

    private static void insertSlugs(Tx tx, Kind kind, Map<Long, String> slugs) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        slugs.forEach((item, slug) -> rows.add(new @Nullable Object[] {kind.number(), slug, item}));
        tx.updateAll(INSERT_SLUG, rows);
    }

    /// @return whether the item has the slug now, which it may have had before
    private static boolean tryClaim(Tx tx, Kind kind, long item, String slug) {
        boolean isNew = tx.update(INSERT_SLUG, kind.number(), slug, item) == 1;
        return isNew || bySlug(tx, kind, slug).equals(Optional.of(item));
    }

    /// Moves ids and slugs of each item (key) to another (value), whose own current ids stay.
    public static void transfer(Tx tx, Kind kind, Map<Long, Long> items) {
        List<@Nullable Object[]> ids = new ArrayList<>();
        List<@Nullable Object[]> slugs = new ArrayList<>();
        items.forEach((from, into) -> {
            ids.add(new @Nullable Object[] {into, kind.number(), into, kind.number(), from});
            slugs.add(new @Nullable Object[] {into, kind.number(), from});
        });
        tx.updateAll("""
                UPDATE external_id SET item_id = ?, superseded = superseded OR EXISTS (
                    SELECT 1 FROM external_id own WHERE own.kind = ? AND own.item_id = ? AND own.provider = external_id.provider
                    AND NOT own.superseded)
                WHERE kind = ? AND item_id = ?
                """, ids);
        if (kind == Kind.MOVIE || kind == Kind.SHOW) {
            tx.updateAll("UPDATE slug SET item_id = ? WHERE kind = ? AND item_id = ?", slugs);
        }
    }
}
