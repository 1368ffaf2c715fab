package dev.spoolmark.catalog;

import dev.spoolmark.catalog.Name.ForeignId;
import dev.spoolmark.store.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

    /// Who has an id, or had it formerly.
    record Holder(long item, boolean former) {}

    /// To whom these ids lead; one that leads to nobody is absent.
    static Map<ForeignId, Long> owners(Tx tx, Kind kind, Collection<ForeignId> wanted) {
        Map<ForeignId, Long> owners = new HashMap<>();
        holders(tx, kind, wanted).forEach((id, holder) -> owners.put(id, holder.item()));
        return owners;
    }

    static Map<ForeignId, Holder> holders(Tx tx, Kind kind, Collection<ForeignId> wanted) {
        Map<ForeignId, Holder> holders = new HashMap<>();
        Map<Provider, List<ForeignId>> byProvider =
                wanted.stream().distinct().collect(Collectors.groupingBy(ForeignId::provider));
        byProvider.forEach((provider, ids) -> ids.stream()
                .map(ForeignId::value)
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(values -> tx.each(
                        String.format(Locale.ROOT, """
                        SELECT value, item_id, former FROM ext_id
                        WHERE provider = ? AND kind = ? AND value IN (%s)
                        ORDER BY value
                        """, Tx.marks(values.size())),
                        row -> holders.put(
                                new ForeignId(provider, row.text(1)), new Holder(row.number(2), row.flag(3))),
                        provider.word(),
                        kind.number(),
                        Tx.padded(values))));
        return holders;
    }

    /// Who carries these folded titles: confirmed before provisional, then by id. What became another item carries
    /// none any more.
    static Map<String, List<Bearer>> bearers(Tx tx, Kind kind, Collection<String> keys) {
        Map<String, List<Bearer>> bearers = new HashMap<>();
        keys.stream()
                .distinct()
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some -> tx.each(
                        String.format(Locale.ROOT, bearersOf(kind), Tx.marks(some.size())),
                        row -> bearers.computeIfAbsent(row.text(1), key -> new ArrayList<>())
                                .add(new Bearer(row.number(2), row.countOrNull(3), row.flag(4))),
                        Tx.padded(some)));
        return bearers;
    }

    private static String bearersOf(Kind kind) {
        return switch (kind) {
            case MOVIE -> """
                SELECT title_key, movie_id, year, provisional FROM movie WHERE title_key IN (%s)
                AND NOT EXISTS (SELECT 1 FROM moving m WHERE m.kind = 1 AND m.item_id = movie_id)
                ORDER BY title_key, provisional, movie_id
                """;
            case SHOW -> """
                SELECT title_key, show_id, year, provisional FROM show WHERE title_key IN (%s)
                AND NOT EXISTS (SELECT 1 FROM moving m WHERE m.kind = 2 AND m.item_id = show_id)
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
                        String.format(Locale.ROOT, """
                        SELECT item_id, provider, value FROM ext_id
                        WHERE kind = ? AND item_id IN (%s) AND NOT former
                        ORDER BY item_id, provider, value
                        """, Tx.marks(some.size())),
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

    /// Also when it was the item's own before.
    private static boolean isClaimed(Tx tx, Kind kind, long item, String slug) {
        boolean isNew = tx.update("""
                        INSERT INTO slug (kind, slug, item_id) VALUES (?, ?, ?) ON CONFLICT (kind, slug) DO NOTHING
                        """, kind.number(), slug, item) == 1;
        return isNew || bySlug(tx, kind, slug).equals(Optional.of(item));
    }

    /// These ids lead to the item, which has others in their place, until somebody really has them.
    static void keepFormer(Tx tx, Kind kind, long item, Collection<ForeignId> ids) {
        for (ForeignId id : ids) {
            tx.update("""
                    INSERT INTO ext_id (provider, kind, value, item_id, former) VALUES (?, ?, ?, ?, TRUE)
                    ON CONFLICT (provider, kind, value) DO NOTHING
                    """, id.provider().word(), kind.number(), id.value(), item);
        }
    }

    /// Everything that led to each of the ones leads to its other, whose own ids stay what they are.
    static void hand(Tx tx, Kind kind, Map<Long, Long> items) {
        List<@Nullable Object[]> ids = new ArrayList<>();
        List<@Nullable Object[]> slugs = new ArrayList<>();
        items.forEach((from, into) -> {
            ids.add(new @Nullable Object[] {into, kind.number(), into, kind.number(), from});
            slugs.add(new @Nullable Object[] {into, kind.number(), from});
        });
        tx.updateAll("""
                UPDATE ext_id SET item_id = ?, former = former OR EXISTS (
                    SELECT 1 FROM ext_id own WHERE own.kind = ? AND own.item_id = ? AND own.provider = ext_id.provider
                    AND NOT own.former)
                WHERE kind = ? AND item_id = ?
                """, ids);
        if (kind == Kind.MOVIE || kind == Kind.SHOW) {
            tx.updateAll("UPDATE slug SET item_id = ? WHERE kind = ? AND item_id = ?", slugs);
        }
    }
}
