package dev.spoolmark.catalog;

import dev.spoolmark.catalog.Name.ForeignId;
import dev.spoolmark.catalog.Name.Titled;
import dev.spoolmark.catalog.NameStore.Bearer;
import dev.spoolmark.store.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Which items of the catalogue a source speaks of, and which ids they may take from it.
///
/// An id that is known decides. Without one, title and year do, unless an id says that these are two: there are two
/// films of one title and year. A provisional item that is known by its title alone is met by the first of that title.
final class Identity {

    private final Kind kind;
    private final Map<ForeignId, Long> owners;
    private final Map<String, List<Bearer>> bearers;
    private final Map<Long, Ids> idsOfBearers;

    Identity(Tx tx, Kind kind, Collection<? extends CatalogItem> items) {
        this.kind = kind;
        this.owners = new HashMap<>(NameStore.owners(tx, kind, Matching.foreignIds(kind, items)));
        this.bearers = NameStore.bearers(tx, kind, Matching.keys(items));
        this.idsOfBearers = NameStore.idsOf(
                tx,
                kind,
                bearers.values().stream().flatMap(List::stream).map(Bearer::id).toList());
    }

    /// For things that are found by their place, and only have ids to give away.
    Identity(Tx tx, Kind kind, List<ForeignId> ids) {
        this.kind = kind;
        this.owners = new HashMap<>(NameStore.owners(tx, kind, ids));
        this.bearers = Map.of();
        this.idsOfBearers = Map.of();
    }

    Optional<Long> find(CatalogItem item) {
        return item.ids().foreign(kind).stream()
                .map(owners::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst()
                .or(() -> byTitle(item));
    }

    /// The ids that the item may have: those that no other item has. The others stay where they are.
    Ids claim(long item, Ids wanted, List<String> remarks) {
        return Ids.of(wanted.foreign(kind).stream()
                .filter(id -> isFree(id, item, remarks))
                .toList());
    }

    private boolean isFree(ForeignId id, long item, List<String> remarks) {
        Long owner = owners.putIfAbsent(id, item);
        boolean free = owner == null || owner == item;
        if (!free) {
            remarks.add(id + " belongs to another " + kind.word() + " and stays there");
        }
        return free;
    }

    private Optional<Long> byTitle(CatalogItem item) {
        String title = item.title();
        if (title == null) {
            return Optional.empty();
        }
        List<Bearer> possible = bearers.getOrDefault(Titled.key(title), List.of()).stream()
                .filter(bearer ->
                        !idsOfBearers.getOrDefault(bearer.id(), Ids.NONE).contradicts(item.ids()))
                .toList();
        return possible.stream()
                .filter(bearer -> Objects.equals(bearer.year(), item.year()))
                .findFirst()
                .or(() -> possible.stream()
                        .filter(bearer -> bearer.provisional() && bearer.year() == null)
                        .findFirst())
                .map(Bearer::id);
    }
}
