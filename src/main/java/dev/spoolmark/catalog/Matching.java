package dev.spoolmark.catalog;

import dev.spoolmark.catalog.Name.ForeignId;
import dev.spoolmark.catalog.Name.Titled;
import dev.spoolmark.catalog.NameStore.Bearer;
import dev.spoolmark.store.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which item a client means: by the ids in the order of the specification, then by title and year
/// (`docs/decisions/0016`).
///
/// The first id that it sends decides where somebody knows it. Below that, an item that has another id of a provider
/// than the one sent is not meant by its title.
final class Matching {

    private Matching() {}

    /// An item, and the name by which it was found.
    ///
    /// @param incomplete whether what was sent says more than is known of this provisional item: an id, the year
    record Hit(Name by, long item, boolean incomplete) {

        Hit(Name by, long item) {
            this(by, item, false);
        }
    }

    /// What can be found, in a few queries for all of them.
    static <R extends Named> Map<R, Hit> find(Tx tx, Kind kind, Collection<R> wanted) {
        Map<R, Hit> hits = new HashMap<>(byIds(tx, kind, wanted));
        List<R> rest = wanted.stream()
                .filter(ref -> ref.title() != null && !hits.containsKey(ref))
                .toList();
        if (!rest.isEmpty()) {
            hits.putAll(byTitles(tx, kind, rest, idsSaid(tx, kind, rest)));
        }
        return hits;
    }

    private static <R extends Named> Map<R, Hit> byIds(Tx tx, Kind kind, Collection<R> wanted) {
        Map<ForeignId, Long> owners = NameStore.owners(tx, kind, foreignIds(kind, wanted));
        Map<R, Hit> hits = new HashMap<>();
        Map<R, Hit> doubtful = new HashMap<>();
        for (R ref : wanted) {
            List<ForeignId> ids = ref.ids().foreign(kind);
            ids.stream().filter(owners::containsKey).findFirst().ifPresent(id -> {
                boolean isFirst = id.equals(ids.getFirst());
                Hit hit = new Hit(id, Objects.requireNonNull(owners.get(id)));
                (isFirst || ref.title() == null ? hits : doubtful).put(ref, hit);
            });
        }
        if (!doubtful.isEmpty()) {
            hits.putAll(confirmed(tx, kind, doubtful));
        }
        return hits;
    }

    /// An item that has one of the ids sent and another instead of one before it: it is meant when it is called so.
    private static <R extends Named> Map<R, Hit> confirmed(Tx tx, Kind kind, Map<R, Hit> doubtful) {
        List<Long> items = doubtful.values().stream().map(Hit::item).toList();
        Map<Long, Ids> ids = NameStore.idsOf(tx, kind, items);
        Map<Long, Set<String>> titles = OtherTitleStore.keysOf(tx, kind, items);
        Map<R, Hit> hits = new HashMap<>();
        doubtful.forEach((ref, hit) -> {
            String title = Objects.requireNonNull(ref.title());
            if (!ids.getOrDefault(hit.item(), Ids.NONE).contradicts(ref.ids())
                    || titles.getOrDefault(hit.item(), Set.of()).contains(Titled.key(title))) {
                hits.put(ref, hit);
            }
        });
        return hits;
    }

    /// The ids that speak for an item of this kind. An IMDb id of something of another kind says nothing about it.
    private static <R extends Named> Map<R, Ids> idsSaid(Tx tx, Kind kind, Collection<R> wanted) {
        Set<String> imdb = new HashSet<>();
        wanted.forEach(ref -> imdb.addAll(ref.ids().imdbOf(kind)));
        Set<String> ofOthers = NameStore.imdbOfOtherKinds(tx, kind, imdb).keySet();
        Map<R, Ids> said = new HashMap<>();
        wanted.forEach(ref -> said.put(ref, ref.ids().withoutImdb(ofOthers)));
        return said;
    }

    private static <R extends Named> Map<R, Hit> byTitles(Tx tx, Kind kind, Collection<R> wanted, Map<R, Ids> said) {
        Map<String, List<Bearer>> bearers = NameStore.bearers(tx, kind, keys(wanted));
        Map<Long, Ids> known = known(tx, kind, said, bearers);
        Map<R, Hit> hits = new HashMap<>();
        for (R ref : wanted) {
            Titled name = new Titled(Objects.requireNonNull(ref.title()), ref.year());
            Ids ids = said.getOrDefault(ref, Ids.NONE);
            TitleMatch.of(name, free(bearers.getOrDefault(name.key(), List.of()), known, ids))
                    .ifPresent(bearer -> hits.put(ref, new Hit(name, bearer.id(), saysMore(name, ids, bearer))));
        }
        List<R> rest = wanted.stream().filter(ref -> !hits.containsKey(ref)).toList();
        if (!rest.isEmpty() && (kind == Kind.MOVIE || kind == Kind.SHOW)) {
            hits.putAll(byOtherTitles(tx, kind, rest, said));
        }
        return hits;
    }

    /// Needed only where somebody sent an id.
    private static Map<Long, Ids> known(
            Tx tx, Kind kind, Map<? extends Named, Ids> said, Map<String, List<Bearer>> bearers) {
        return said.values().stream().allMatch(Ids::isEmpty)
                ? Map.of()
                : NameStore.idsOf(
                        tx,
                        kind,
                        bearers.values().stream()
                                .flatMap(List::stream)
                                .map(Bearer::id)
                                .toList());
    }

    private static List<Bearer> free(List<Bearer> bearers, Map<Long, Ids> known, Ids said) {
        return said.isEmpty()
                ? bearers
                : bearers.stream()
                        .filter(bearer ->
                                !known.getOrDefault(bearer.id(), Ids.NONE).contradicts(said))
                        .toList();
    }

    private static boolean saysMore(Titled name, Ids said, Bearer bearer) {
        return bearer.provisional() && (!said.isEmpty() || (name.year() != null && bearer.year() == null));
    }

    /// A title that nobody carries as their own may be one that a single item has beside it, or had before.
    private static <R extends Named> Map<R, Hit> byOtherTitles(
            Tx tx, Kind kind, Collection<R> wanted, Map<R, Ids> said) {
        Map<String, List<OtherTitleStore.Bearer>> bearers = OtherTitleStore.bearers(tx, kind, keys(wanted));
        Map<Long, Ids> known = NameStore.idsOf(
                tx,
                kind,
                bearers.values().stream()
                        .flatMap(List::stream)
                        .map(OtherTitleStore.Bearer::id)
                        .toList());
        Map<R, Hit> hits = new HashMap<>();
        for (R ref : wanted) {
            Titled name = new Titled(Objects.requireNonNull(ref.title()), ref.year());
            Ids ids = said.getOrDefault(ref, Ids.NONE);
            OtherTitleMatch.of(
                            name,
                            bearers.getOrDefault(name.key(), List.of()).stream()
                                    .filter(bearer -> !known.getOrDefault(bearer.id(), Ids.NONE)
                                            .contradicts(ids))
                                    .toList())
                    .ifPresent(item -> hits.put(ref, new Hit(name, item)));
        }
        return hits;
    }

    static List<ForeignId> foreignIds(Kind kind, Collection<? extends Named> wanted) {
        return wanted.stream().flatMap(ref -> ref.ids().foreign(kind).stream()).toList();
    }

    static List<String> keys(Collection<? extends Named> wanted) {
        List<String> keys = new ArrayList<>();
        for (Named ref : wanted) {
            String title = ref.title();
            if (title != null) {
                keys.add(Titled.key(title));
            }
        }
        return keys;
    }
}
