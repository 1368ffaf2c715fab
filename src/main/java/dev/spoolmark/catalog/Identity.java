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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which items of the catalogue a source speaks of, and which ids they may take from it.
///
/// An id that is known decides. Without one, title and year do, unless an id says that these are two: there are two
/// films of one title and year. A provisional item that is known by its title alone is met by the first of that title.
/// An id that an item formerly had decides only together with the title: it may have been somebody's mistake.
final class Identity {

    private final Kind kind;
    private final @Nullable Long known;
    private final Map<ForeignId, Long> owners;
    private final Map<ForeignId, Long> formerOwners;
    private final Map<Long, Set<String>> titlesOfFormerOwners;
    private final Map<String, List<Bearer>> bearers;
    private final Map<Long, Ids> idsOfBearers;

    Identity(Tx tx, Kind kind, Collection<? extends CatalogItem> items) {
        this(tx, kind, null, Matching.foreignIds(kind, items), items);
    }

    /// Where somebody has said already of which item the source speaks.
    Identity(Tx tx, MediaId known, CatalogItem item) {
        this(tx, item.kind(), known.value(), item.ids().foreign(item.kind()), List.of());
    }

    /// For things that are found by their place, and only have ids to give away.
    Identity(Tx tx, Kind kind, List<ForeignId> ids) {
        this(tx, kind, null, ids, List.of());
    }

    private Identity(
            Tx tx, Kind kind, @Nullable Long known, List<ForeignId> ids, Collection<? extends CatalogItem> items) {
        this.kind = kind;
        this.known = known;
        this.owners = new HashMap<>();
        this.formerOwners = new HashMap<>();
        NameStore.holders(tx, kind, ids)
                .forEach((id, holder) -> (holder.former() ? formerOwners : owners).put(id, holder.item()));
        this.titlesOfFormerOwners =
                OtherTitleStore.keysOf(tx, kind, items.isEmpty() ? List.of() : formerOwners.values());
        this.bearers = NameStore.bearers(tx, kind, Matching.keys(items));
        this.idsOfBearers = NameStore.idsOf(
                tx,
                kind,
                bearers.values().stream().flatMap(List::stream).map(Bearer::id).toList());
    }

    Optional<Long> find(CatalogItem item) {
        return Optional.ofNullable(known)
                .or(() -> byId(item, owners))
                .or(() -> byId(item, formerOwners).filter(owner -> isCalled(owner, item.title())))
                .or(() -> byTitle(item));
    }

    private Optional<Long> byId(CatalogItem item, Map<ForeignId, Long> among) {
        return item.ids().foreign(kind).stream()
                .map(among::get)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private boolean isCalled(long item, @Nullable String title) {
        return title == null
                || titlesOfFormerOwners.getOrDefault(item, Set.of()).contains(Titled.key(title));
    }

    /// The ids that the item may have: those that no other item has. The others stay where they are. A former id of its
    /// own leads to it already.
    Ids claim(long item, Ids wanted, List<String> remarks) {
        return Ids.of(wanted.foreign(kind).stream()
                .filter(id -> !Objects.equals(formerOwners.get(id), item))
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
