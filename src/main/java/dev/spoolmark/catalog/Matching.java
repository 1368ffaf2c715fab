package dev.spoolmark.catalog;

import dev.spoolmark.catalog.Name.ForeignId;
import dev.spoolmark.catalog.Name.Titled;
import dev.spoolmark.catalog.NameStore.Bearer;
import dev.spoolmark.store.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Which item is meant: by the ids in the order of the specification, then by title and year (`decisions.md` 2).
final class Matching {

    private Matching() {}

    /// An item, and the name by which it was found.
    record Hit(Name by, long item) {}

    /// What can be found, in two queries at most for each provider and for the titles.
    static <R extends Named> Map<R, Hit> find(Tx tx, Kind kind, Collection<R> wanted) {
        Map<R, Hit> hits = new HashMap<>();
        Map<ForeignId, Long> owners = NameStore.owners(tx, kind, foreignIds(kind, wanted));
        wanted.forEach(ref -> byId(ref, owners).ifPresent(hit -> hits.put(ref, hit)));
        List<R> rest = wanted.stream().filter(ref -> !hits.containsKey(ref)).toList();
        Map<String, List<Bearer>> bearers = NameStore.bearers(tx, kind, keys(rest));
        rest.forEach(ref -> byTitle(ref, bearers).ifPresent(hit -> hits.put(ref, hit)));
        hits.putAll(byOtherTitle(
                tx, kind, wanted.stream().filter(ref -> !hits.containsKey(ref)).toList()));
        return hits;
    }

    /// A title that nobody carries as their own may be one that a single confirmed item has beside it, with the year
    /// that was told and without an id that says otherwise.
    private static <R extends Named> Map<R, Hit> byOtherTitle(Tx tx, Kind kind, List<R> wanted) {
        if (kind != Kind.MOVIE && kind != Kind.SHOW) {
            return Map.of();
        }
        Map<String, List<Bearer>> bearers = OtherTitleStore.bearers(tx, kind, keys(wanted));
        Map<Long, Ids> ids = NameStore.idsOf(
                tx,
                kind,
                bearers.values().stream().flatMap(List::stream).map(Bearer::id).toList());
        Map<R, Hit> hits = new HashMap<>();
        wanted.forEach(ref -> byOtherTitle(ref, bearers)
                .filter(hit -> !ids.getOrDefault(hit.item(), Ids.NONE).contradicts(ref.ids()))
                .ifPresent(hit -> hits.put(ref, hit)));
        return hits;
    }

    private static Optional<Hit> byOtherTitle(Named ref, Map<String, List<Bearer>> bearers) {
        String title = ref.title();
        if (title == null) {
            return Optional.empty();
        }
        Titled name = new Titled(title, ref.year());
        List<Bearer> possible = bearers.getOrDefault(name.key(), List.of()).stream()
                .filter(bearer -> name.year() == null || name.year().equals(bearer.year()))
                .toList();
        return only(possible).map(bearer -> new Hit(name, bearer.id()));
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

    private static Optional<Hit> byId(Named ref, Map<ForeignId, Long> owners) {
        for (ForeignId id : ref.ids().foreign(ref.kind())) {
            Long owner = owners.get(id);
            if (owner != null) {
                return Optional.of(new Hit(id, owner));
            }
        }
        return Optional.empty();
    }

    private static Optional<Hit> byTitle(Named ref, Map<String, List<Bearer>> bearers) {
        String title = ref.title();
        if (title == null) {
            return Optional.empty();
        }
        Titled name = new Titled(title, ref.year());
        List<Bearer> there = bearers.getOrDefault(name.key(), List.of());
        return bearer(name, there).map(bearer -> new Hit(name, bearer.id()));
    }

    private static Optional<Bearer> bearer(Titled name, List<Bearer> there) {
        return name.year() == null
                ? only(confirmed(there)).or(() -> only(there)).or(() -> sameYear(name, there))
                : sameYear(name, there);
    }

    /// A title alone means the only one that carries it. Where there are more, it means the one that is itself known by
    /// the title alone ([#sameYear]), so that a client that never sends years does not add one each time.
    private static Optional<Bearer> only(List<Bearer> there) {
        return there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
    }

    private static List<Bearer> confirmed(List<Bearer> there) {
        return there.stream().filter(bearer -> !bearer.provisional()).toList();
    }

    private static Optional<Bearer> sameYear(Titled name, List<Bearer> there) {
        return there.stream()
                .filter(bearer -> Objects.equals(bearer.year(), name.year()))
                .findFirst();
    }
}
