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

/// Which items of the catalogue a source speaks of, and which ids they may take from it (`docs/decisions/0016`).
///
/// An id that is known decides, unless the item that has it is another by its other ids, title and year ([Sameness]).
/// Without one, title and year do, unless an id says that these are two: there are two films of one title and year. A
/// provisional item that is known by its title alone is met by the first of that title. An id that an item formerly had
/// decides only together with the title: it may have been somebody's mistake.
final class Identity {

    private final Tx tx;
    private final Kind kind;
    private final Precedence precedence;
    private final @Nullable Long known;
    private final Map<ForeignId, Long> owners;
    private final Map<ForeignId, Long> formerOwners;
    private final Map<Long, Set<String>> titles;
    private final Map<String, List<Bearer>> bearers;
    private final Map<Long, Bearer> bearersOfIds;
    private final Map<Long, Ids> ids;

    Identity(Tx tx, Kind kind, Collection<? extends CatalogItem> items, Precedence precedence) {
        this(tx, kind, null, Matching.foreignIds(kind, items), items, precedence);
    }

    /// Where somebody has said already of which item the source speaks.
    Identity(Tx tx, MediaId known, CatalogItem item) {
        this(tx, item.kind(), known.value(), item.ids().foreign(item.kind()), List.of(), Precedence.SOURCE);
    }

    /// For things that are found by their place, and only have ids to give away.
    Identity(Tx tx, Kind kind, List<ForeignId> ids) {
        this(tx, kind, null, ids, List.of(), Precedence.SOURCE);
    }

    private Identity(
            Tx tx,
            Kind kind,
            @Nullable Long known,
            List<ForeignId> wanted,
            Collection<? extends CatalogItem> items,
            Precedence precedence) {
        this.tx = tx;
        this.kind = kind;
        this.precedence = precedence;
        this.known = known;
        this.owners = new HashMap<>();
        this.formerOwners = new HashMap<>();
        NameStore.holders(tx, kind, wanted)
                .forEach((id, holder) -> (holder.former() ? formerOwners : owners).put(id, holder.item()));
        List<Long> holders = items.isEmpty()
                ? List.of()
                : Stream.concat(owners.values().stream(), formerOwners.values().stream())
                        .toList();
        this.titles = OtherTitleStore.keysOf(tx, kind, holders);
        this.bearersOfIds = NameStore.bearers(tx, kind, holders);
        this.bearers = NameStore.bearers(tx, kind, Matching.keys(items));
        this.ids = NameStore.idsOf(
                tx,
                kind,
                Stream.concat(
                                holders.stream(),
                                bearers.values().stream().flatMap(List::stream).map(Bearer::id))
                        .toList());
    }

    Optional<Long> find(CatalogItem item) {
        return Optional.ofNullable(known)
                .or(() ->
                        byId(item, owners).filter(owner -> isSame(owner, item)).findFirst())
                .or(() -> byId(item, formerOwners)
                        .filter(owner -> isCalled(owner, item))
                        .findFirst())
                .or(() -> byTitle(item));
    }

    private Stream<Long> byId(CatalogItem item, Map<ForeignId, Long> among) {
        return item.ids().foreign(kind).stream().map(among::get).flatMap(Stream::ofNullable);
    }

    /// Who only fills gaps believes an id as it stands.
    private boolean isSame(long owner, CatalogItem item) {
        Bearer bearer = bearersOfIds.get(owner);
        Ids theirs = ids.getOrDefault(owner, Ids.NONE);
        if (bearer == null || (!precedence.isSource() && !theirs.contradicts(item.ids()))) {
            return true;
        }
        Set<String> keys = titles.getOrDefault(owner, Set.of(Titled.key(bearer.title())));
        return Sameness.of(item).isOf(theirs, bearer, keys);
    }

    private boolean isCalled(long item, CatalogItem told) {
        String title = told.title();
        return title == null || titles.getOrDefault(item, Set.of()).contains(Titled.key(title));
    }

    /// The ids that the item may have: those that no other item has. The others stay where they are. A former id of its
    /// own leads to it already; only when the source was asked about this very item, it may say so again.
    ///
    /// @param title what the item is called
    Ids claim(long item, String title, Ids wanted, List<String> remarks) {
        return Ids.of(wanted.foreign(kind).stream()
                .filter(id -> known != null || !Objects.equals(formerOwners.get(id), item))
                .filter(id -> isFree(id, item, title, remarks))
                .toList());
    }

    private boolean isFree(ForeignId id, long item, String title, List<String> remarks) {
        Long owner = owners.putIfAbsent(id, item);
        boolean free = owner == null || owner == item;
        if (!free) {
            String there = kind.word() + " " + NameStore.nameOf(tx, kind, owner);
            remarks.add(id + " belongs to the " + there + " and stays there; " + title + " is kept without it");
        }
        return free;
    }

    private Optional<Long> byTitle(CatalogItem item) {
        String title = item.title();
        if (title == null) {
            return Optional.empty();
        }
        List<Bearer> possible = bearers.getOrDefault(Titled.key(title), List.of()).stream()
                .filter(bearer -> !ids.getOrDefault(bearer.id(), Ids.NONE).contradicts(item.ids()))
                .toList();
        return possible.stream()
                .filter(bearer -> Objects.equals(bearer.year(), item.year()))
                .findFirst()
                .or(() -> possible.stream()
                        .filter(bearer -> bearer.provisional() && bearer.year() == null)
                        .findFirst())
                .or(() -> TitleMatch.only(possible).filter(bearer -> mayBeOfOneYear(bearer, item)))
                .map(Bearer::id);
    }

    /// One of the two has no year. Of millions of titles in a base too many are called the same for that.
    private boolean mayBeOfOneYear(Bearer bearer, CatalogItem item) {
        return precedence.isSource() && (bearer.year() == null || item.year() == null);
    }
}
