package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ItemDescriptor;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.lookup.ItemTitleStore.TitleOwner;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.catalog.lookup.LookupKey.ItemId;
import dev.spoolmark.catalog.lookup.LookupKey.Slug;
import dev.spoolmark.catalog.lookup.LookupKey.TitleKey;
import dev.spoolmark.catalog.merge.ItemAliasStore;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Resolves references to items: by the id in this catalog, external ids, slug, then title and year (see
/// [dev.spoolmark.catalog.TitleRef] and `docs/decisions/0016`).
///
/// The first external id of the reference decides if it is known. By its title, no item is found that has
/// another id of a provider than the reference.
public final class ReferenceResolver {

    private ReferenceResolver() {}

    /// The item that a reference resolves to, and the key by which it was found.
    ///
    /// @param incomplete whether the item is provisional and the reference has an id or year that it lacks
    public record Match(LookupKey matchedKey, long item, boolean incomplete) {

        Match(LookupKey matchedKey, long item) {
            this(matchedKey, item, false);
        }
    }

    /// Resolves [Tx#MAX_PARAMETERS] references at a time: there may be many items with the title or the ids of each.
    ///
    /// @return the references that can be resolved, with a few queries for each chunk
    public static <R extends ItemDescriptor> Map<R, Match> find(Tx tx, Kind kind, Collection<R> requested) {
        Map<R, Match> matches = new HashMap<>();
        requested.stream()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(chunk -> matches.putAll(findChunk(tx, kind, chunk)));
        return matches;
    }

    private static <R extends ItemDescriptor> Map<R, Match> findChunk(Tx tx, Kind kind, List<R> requested) {
        Map<R, Match> matches = new HashMap<>(byItemIds(tx, kind, requested));
        matches.putAll(byExternalIds(tx, kind, without(requested, matches)));
        matches.putAll(bySlugs(tx, kind, without(requested, matches)));
        List<R> rest = without(requested, matches).stream()
                .filter(ref -> ref.title() != null)
                .toList();
        if (!rest.isEmpty()) {
            matches.putAll(byTitles(tx, kind, rest, idsOfKind(tx, kind, rest)));
        }
        return matches;
    }

    private static <R> List<R> without(Collection<R> requested, Map<R, Match> matches) {
        return requested.stream().filter(ref -> !matches.containsKey(ref)).toList();
    }

    private static <R extends ItemDescriptor> Map<R, Match> byItemIds(Tx tx, Kind kind, Collection<R> requested) {
        List<Long> ids =
                requested.stream().flatMap(ref -> Stream.ofNullable(ref.id())).toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, Long> targets = ItemAliasStore.resolve(tx, kind, ids);
        List<Long> items = ids.stream().map(id -> targets.getOrDefault(id, id)).toList();
        Set<Long> existing = ItemTitleStore.existing(tx, kind, items);
        Map<R, Match> matches = new HashMap<>();
        for (R ref : requested) {
            Long id = ref.id();
            if (id != null && existing.contains(targets.getOrDefault(id, id))) {
                matches.put(ref, new Match(new ItemId(id), targets.getOrDefault(id, id)));
            }
        }
        return matches;
    }

    private static <R extends ItemDescriptor> Map<R, Match> bySlugs(Tx tx, Kind kind, Collection<R> requested) {
        Map<String, Long> items = SlugStore.bySlugs(
                tx,
                kind,
                requested.stream().flatMap(ref -> Stream.ofNullable(ref.slug())).toList());
        Map<R, Match> matches = new HashMap<>();
        for (R ref : requested) {
            String slug = ref.slug();
            Long item = slug == null ? null : items.get(slug);
            if (slug != null && item != null) {
                matches.put(ref, new Match(new Slug(slug), item));
            }
        }
        return matches;
    }

    private static <R extends ItemDescriptor> Map<R, Match> byExternalIds(Tx tx, Kind kind, Collection<R> requested) {
        Map<ExternalId, Long> owners = ExternalIdStore.owners(tx, kind, foreignIds(kind, requested));
        Map<R, Match> matches = new HashMap<>();
        Map<R, Match> unconfirmed = new HashMap<>();
        for (R ref : requested) {
            List<ExternalId> ids = ref.ids().externalIds(kind);
            ids.stream().filter(owners::containsKey).findFirst().ifPresent(id -> {
                boolean isFirst = id.equals(ids.getFirst());
                Match match = new Match(id, Objects.requireNonNull(owners.get(id)));
                (isFirst || ref.title() == null ? matches : unconfirmed).put(ref, match);
            });
        }
        if (!unconfirmed.isEmpty()) {
            matches.putAll(confirmed(tx, kind, unconfirmed));
        }
        return matches;
    }

    /// Checks items that were found by another than the first external id: such an item must not contradict
    /// the ids of the reference, or must have its title.
    private static <R extends ItemDescriptor> Map<R, Match> confirmed(Tx tx, Kind kind, Map<R, Match> unconfirmed) {
        List<Long> items = unconfirmed.values().stream().map(Match::item).toList();
        Map<Long, Ids> ids = ExternalIdStore.idsOf(tx, kind, items);
        Map<Long, Set<String>> titles = AlternativeTitleStore.keysOf(tx, kind, items);
        Map<R, Match> matches = new HashMap<>();
        unconfirmed.forEach((ref, match) -> {
            String title = Objects.requireNonNull(ref.title());
            if (!ids.getOrDefault(match.item(), Ids.NONE).conflictsWith(ref.ids())
                    || titles.getOrDefault(match.item(), Set.of()).contains(TitleKey.key(title))) {
                matches.put(ref, match);
            }
        });
        return matches;
    }

    /// @return for each reference its ids without IMDb ids of items of other kinds
    private static <R extends ItemDescriptor> Map<R, Ids> idsOfKind(Tx tx, Kind kind, Collection<R> requested) {
        Set<String> imdb = new HashSet<>();
        requested.forEach(ref -> imdb.addAll(ref.ids().imdbOf(kind)));
        Set<String> ofOthers = ExternalIdStore.imdbOfOtherKinds(tx, kind, imdb).keySet();
        Map<R, Ids> values = new HashMap<>();
        requested.forEach(ref -> values.put(ref, ref.ids().withoutImdb(ofOthers)));
        return values;
    }

    private static <R extends ItemDescriptor> Map<R, Match> byTitles(
            Tx tx, Kind kind, Collection<R> requested, Map<R, Ids> values) {
        Map<String, List<TitleOwner>> candidates = ItemTitleStore.titleOwners(tx, kind, keys(requested));
        Map<Long, Ids> known = known(tx, kind, values, candidates);
        Map<R, Match> matches = new HashMap<>();
        for (R ref : requested) {
            TitleKey name = new TitleKey(Objects.requireNonNull(ref.title()), ref.year());
            Ids ids = values.getOrDefault(ref, Ids.NONE);
            TitleMatcher.of(name, free(candidates.getOrDefault(name.key(), List.of()), known, ids))
                    .ifPresent(candidate ->
                            matches.put(ref, new Match(name, candidate.id(), isMoreComplete(name, ids, candidate))));
        }
        List<R> rest =
                requested.stream().filter(ref -> !matches.containsKey(ref)).toList();
        if (!rest.isEmpty() && (kind == Kind.MOVIE || kind == Kind.SHOW)) {
            matches.putAll(byOtherTitles(tx, kind, rest, values));
        }
        return matches;
    }

    /// @return the ids of these items; empty if no reference has an id
    private static Map<Long, Ids> known(
            Tx tx, Kind kind, Map<? extends ItemDescriptor, Ids> values, Map<String, List<TitleOwner>> candidates) {
        return values.values().stream().allMatch(Ids::isEmpty)
                ? Map.of()
                : ExternalIdStore.idsOf(
                        tx,
                        kind,
                        candidates.values().stream()
                                .flatMap(List::stream)
                                .map(TitleOwner::id)
                                .toList());
    }

    private static List<TitleOwner> free(List<TitleOwner> candidates, Map<Long, Ids> known, Ids ids) {
        return ids.isEmpty()
                ? candidates
                : candidates.stream()
                        .filter(candidate ->
                                !known.getOrDefault(candidate.id(), Ids.NONE).conflictsWith(ids))
                        .toList();
    }

    private static boolean isMoreComplete(TitleKey name, Ids ids, TitleOwner candidate) {
        return candidate.provisional() && (!ids.isEmpty() || (name.year() != null && candidate.year() == null));
    }

    /// Finds the only item that has the title as an alternative or former title.
    private static <R extends ItemDescriptor> Map<R, Match> byOtherTitles(
            Tx tx, Kind kind, Collection<R> requested, Map<R, Ids> values) {
        Map<String, List<AlternativeTitleStore.AlternativeTitleOwner>> candidates =
                AlternativeTitleStore.owners(tx, kind, keys(requested));
        Map<Long, Ids> known = ExternalIdStore.idsOf(
                tx,
                kind,
                candidates.values().stream()
                        .flatMap(List::stream)
                        .map(AlternativeTitleStore.AlternativeTitleOwner::id)
                        .toList());
        Map<R, Match> matches = new HashMap<>();
        for (R ref : requested) {
            TitleKey name = new TitleKey(Objects.requireNonNull(ref.title()), ref.year());
            Ids ids = values.getOrDefault(ref, Ids.NONE);
            AlternativeTitleMatcher.of(
                            name,
                            candidates.getOrDefault(name.key(), List.of()).stream()
                                    .filter(candidate -> !known.getOrDefault(candidate.id(), Ids.NONE)
                                            .conflictsWith(ids))
                                    .toList())
                    .ifPresent(item -> matches.put(ref, new Match(name, item)));
        }
        return matches;
    }

    public static List<ExternalId> foreignIds(Kind kind, Collection<? extends ItemDescriptor> requested) {
        return requested.stream()
                .flatMap(ref -> ref.ids().externalIds(kind).stream())
                .toList();
    }

    public static List<String> keys(Collection<? extends ItemDescriptor> requested) {
        List<String> keys = new ArrayList<>();
        for (ItemDescriptor ref : requested) {
            String title = ref.title();
            if (title != null) {
                keys.add(TitleKey.key(title));
            }
        }
        return keys;
    }
}
