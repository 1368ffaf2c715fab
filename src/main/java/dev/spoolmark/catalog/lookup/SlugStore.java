package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Stores the slugs of items, also those that they had before.
public final class SlugStore {

    private static final String INSERT_SLUG =
            "INSERT INTO slug (kind, slug, item_id) VALUES (?, ?, ?) ON CONFLICT (kind, slug) DO NOTHING";

    private SlugStore() {}

    /// @return the item that this slug leads to or ever led to
    public static Optional<Long> find(Tx tx, Kind kind, String slug) {
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

    /// The items with this slug, or with this slug and a year.
    ///
    /// @return at most 20, by slug
    public static List<Long> withOrWithoutYear(Tx tx, Kind kind, String slug) {
        return tx
                .query("""
                        SELECT slug, item_id FROM slug WHERE kind = ? AND slug >= ? AND slug < ?
                        ORDER BY slug LIMIT 20
                        """, row -> Map.entry(row.getString(1), row.getLong(2)), kind.number(), slug, slug + "-:")
                .stream()
                .filter(found -> found.getKey().substring(slug.length()).matches("(-\\d{4})?"))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    /// Assigns the first free slug of the candidates to the item, permanently.
    public static String claim(Tx tx, Kind kind, long item, SlugCandidates candidates) {
        if (!candidates.additional().isEmpty()) {
            tryClaim(tx, kind, item, candidates.additional());
        }
        String slug = candidates.next();
        while (!tryClaim(tx, kind, item, slug)) {
            slug = candidates.next();
        }
        return slug;
    }

    /// Assigns each new item its first free slug, permanently. Of two items with the same candidate the first one
    /// of the map gets it. Two statements for all items, and two more for those whose slug was taken.
    static Map<Long, String> claimAll(Tx tx, Kind kind, Map<Long, SlugCandidates> candidates) {
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
        return isNew || find(tx, kind, slug).equals(Optional.of(item));
    }

    /// Moves the slugs of each movie or show (key) to another (value).
    public static void transfer(Tx tx, Kind kind, Map<Long, Long> items) {
        List<@Nullable Object[]> slugs = new ArrayList<>();
        items.forEach((from, into) -> slugs.add(new @Nullable Object[] {into, kind.number(), from}));
        tx.updateAll("UPDATE slug SET item_id = ? WHERE kind = ? AND item_id = ?", slugs);
    }
}
