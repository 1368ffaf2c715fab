package dev.spoolmark.catalog;

import dev.spoolmark.catalog.Name.ForeignId;
import dev.spoolmark.store.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Keeps what items are called: the ids of others, folded titles, slugs.
final class NameStore {

    private static final int CHUNK = 500;

    private NameStore() {}

    /// An item that carries a title.
    record Bearer(long id, @Nullable Integer year, boolean provisional) {}

    /// Whose these ids are; one that nobody has is absent.
    static Map<ForeignId, Long> owners(Tx tx, Kind kind, Collection<ForeignId> wanted) {
        Map<ForeignId, Long> owners = new HashMap<>();
        Map<Provider, List<ForeignId>> byProvider =
                wanted.stream().distinct().collect(Collectors.groupingBy(ForeignId::provider));
        byProvider.forEach((provider, ids) -> ids.stream()
                .map(ForeignId::value)
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(values -> tx.each(
                        """
                        SELECT value, item_id FROM ext_id
                        WHERE provider = ? AND kind = ? AND value IN (%s)
                        ORDER BY value
                        """.formatted(Tx.marks(values.size())),
                        row -> owners.put(new ForeignId(provider, row.text(1)), row.number(2)),
                        provider.word(),
                        kind.number(),
                        Tx.padded(values))));
        return owners;
    }

    /// Who carries these folded titles: confirmed before provisional, then by id.
    static Map<String, List<Bearer>> bearers(Tx tx, Kind kind, Collection<String> keys) {
        Map<String, List<Bearer>> bearers = new HashMap<>();
        keys.stream()
                .distinct()
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some -> tx.each(
                        bearersOf(kind).formatted(Tx.marks(some.size())),
                        row -> bearers.computeIfAbsent(row.text(1), key -> new ArrayList<>())
                                .add(new Bearer(row.number(2), row.countOrNull(3), row.flag(4))),
                        Tx.padded(some)));
        return bearers;
    }

    private static String bearersOf(Kind kind) {
        return switch (kind) {
            case MOVIE -> """
                SELECT title_key, movie_id, year, provisional FROM movie WHERE title_key IN (%s)
                ORDER BY title_key, provisional, movie_id
                """;
            case SHOW -> """
                SELECT title_key, show_id, year, provisional FROM show WHERE title_key IN (%s)
                ORDER BY title_key, provisional, show_id
                """;
            case PERSON -> """
                SELECT name_key, person_id, CAST(NULL AS INTEGER), FALSE FROM person WHERE name_key IN (%s)
                ORDER BY name_key, person_id
                """;
            case SEASON, EPISODE, LIST -> throw new IllegalArgumentException("none is found by its title: " + kind);
        };
    }

    static Map<Long, Ids> idsOf(Tx tx, Kind kind, Collection<Long> items) {
        Map<Long, List<ForeignId>> found = new HashMap<>();
        items.stream()
                .distinct()
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some -> tx.each(
                        """
                        SELECT item_id, provider, value FROM ext_id WHERE kind = ? AND item_id IN (%s)
                        ORDER BY item_id, provider, value
                        """.formatted(Tx.marks(some.size())),
                        row -> found.computeIfAbsent(row.number(1), item -> new ArrayList<>())
                                .add(new ForeignId(Provider.of(row.text(2)), row.text(3))),
                        kind.number(),
                        Tx.padded(some)));
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> Ids.of(e.getValue())));
    }

    /// The item that this slug leads to, or ever led to.
    static Optional<Long> bySlug(Tx tx, Kind kind, String slug) {
        return tx.first(
                "SELECT item_id FROM slug WHERE kind = ? AND slug = ?", row -> row.number(1), kind.number(), slug);
    }

    /// Gives the item the first of these slugs that is free, for ever.
    static String claimSlug(Tx tx, Kind kind, long item, Slugs candidates) {
        String slug = candidates.next();
        while (!isClaimed(tx, kind, item, slug)) {
            slug = candidates.next();
        }
        return slug;
    }

    private static boolean isClaimed(Tx tx, Kind kind, long item, String slug) {
        return tx.update(
                        "INSERT INTO slug (kind, slug, item_id) VALUES (?, ?, ?) ON CONFLICT (kind, slug) DO NOTHING",
                        kind.number(),
                        slug,
                        item)
                == 1;
    }
}
