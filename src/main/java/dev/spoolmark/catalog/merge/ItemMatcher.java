package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.ingest.MergePolicy;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.lookup.AlternativeTitleStore;
import dev.spoolmark.catalog.lookup.ExternalIdStore;
import dev.spoolmark.catalog.lookup.ItemTitleStore;
import dev.spoolmark.catalog.lookup.ItemTitleStore.TitleOwner;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.catalog.lookup.LookupKey.TitleKey;
import dev.spoolmark.catalog.lookup.ReferenceResolver;
import dev.spoolmark.catalog.lookup.TitleMatcher;
import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Matches items of a source with items of the catalog, and decides which external ids they may take over
/// (`docs/decisions/0016`).
///
/// A known id decides, unless ids, title and year show that its item is a different one ([SameItemRule]).
/// Without a known id, title and year decide, unless an id shows that there are two items: two movies can
/// share title and year. A provisional item that is known by its title only matches the first item of that
/// title. An id that an item had formerly decides only together with the title, since it may have been an
/// error.
public final class ItemMatcher {

    private final Tx tx;
    private final Kind kind;
    private final MergePolicy policy;
    private final @Nullable Long known;
    private final Map<ExternalId, Long> owners;
    private final Map<ExternalId, Long> formerOwners;
    private final Map<Long, Set<String>> titles;
    private final Map<String, List<TitleOwner>> candidates;
    private final Map<Long, TitleOwner> bearersOfIds;
    private final Map<Long, Ids> ids;

    public ItemMatcher(Tx tx, Kind kind, Collection<? extends SourceItem> items, MergePolicy policy) {
        this(tx, kind, null, ReferenceResolver.foreignIds(kind, items), items, policy);
    }

    /// For an item that is already matched.
    public ItemMatcher(Tx tx, MediaId known, SourceItem item) {
        this(tx, item.kind(), known.value(), item.ids().externalIds(item.kind()), List.of(), MergePolicy.SOURCE);
    }

    /// For items that are found by their number and only have ids to assign.
    public ItemMatcher(Tx tx, Kind kind, List<ExternalId> ids) {
        this(tx, kind, null, ids, List.of(), MergePolicy.SOURCE);
    }

    private ItemMatcher(
            Tx tx,
            Kind kind,
            @Nullable Long known,
            List<ExternalId> requested,
            Collection<? extends SourceItem> items,
            MergePolicy policy) {
        this.tx = tx;
        this.kind = kind;
        this.policy = policy;
        this.known = known;
        this.owners = new HashMap<>();
        this.formerOwners = new HashMap<>();
        ExternalIdStore.idOwners(tx, kind, requested)
                .forEach((id, owner) -> (owner.superseded() ? formerOwners : owners).put(id, owner.item()));
        List<Long> holders = items.isEmpty()
                ? List.of()
                : Stream.concat(owners.values().stream(), formerOwners.values().stream())
                        .toList();
        this.titles = AlternativeTitleStore.keysOf(tx, kind, holders);
        this.bearersOfIds = ItemTitleStore.titleOwners(tx, kind, holders);
        this.candidates = ItemTitleStore.titleOwners(tx, kind, ReferenceResolver.keys(items));
        this.ids = ExternalIdStore.idsOf(
                tx,
                kind,
                Stream.concat(
                                holders.stream(),
                                candidates.values().stream()
                                        .flatMap(List::stream)
                                        .map(TitleOwner::id))
                        .toList());
    }

    public Optional<Long> find(SourceItem item) {
        return Optional.ofNullable(known)
                .or(() ->
                        byId(item, owners).filter(owner -> isSame(owner, item)).findFirst())
                .or(() -> byId(item, formerOwners)
                        .filter(owner -> isCalled(owner, item))
                        .findFirst())
                .or(() -> byTitle(item));
    }

    private Stream<Long> byId(SourceItem item, Map<ExternalId, Long> among) {
        return item.ids().externalIds(kind).stream().map(among::get).flatMap(Stream::ofNullable);
    }

    /// With a policy that only fills gaps, an id is trusted as it is.
    private boolean isSame(long owner, SourceItem item) {
        TitleOwner candidate = bearersOfIds.get(owner);
        Ids stored = ids.getOrDefault(owner, Ids.NONE);
        if (candidate == null || (!policy.isSource() && !stored.conflictsWith(item.ids()))) {
            return true;
        }
        Set<String> keys = titles.getOrDefault(owner, Set.of(TitleKey.key(candidate.title())));
        return SameItemRule.of(item).isOf(stored, candidate, keys);
    }

    private boolean isCalled(long item, SourceItem incoming) {
        String title = incoming.title();
        return title == null || titles.getOrDefault(item, Set.of()).contains(TitleKey.key(title));
    }

    /// Returns the ids that the item may have: those that no other item has. A former id of the item already
    /// leads to it; it becomes current again only if the source was asked about this item.
    ///
    /// @param title the title of the item, for warnings
    public Ids claim(long item, String title, Ids ids, List<String> warnings) {
        return Ids.of(ids.externalIds(kind).stream()
                .filter(id -> known != null || !Objects.equals(formerOwners.get(id), item))
                .filter(id -> isFree(id, item, title, warnings))
                .toList());
    }

    private boolean isFree(ExternalId id, long item, String title, List<String> warnings) {
        Long owner = owners.putIfAbsent(id, item);
        boolean free = owner == null || owner == item;
        if (!free) {
            String ownerName = kind.key() + " " + ItemTitleStore.nameOf(tx, kind, owner);
            warnings.add(id + " belongs to the " + ownerName + " and stays there; " + title + " is kept without it");
        }
        return free;
    }

    private Optional<Long> byTitle(SourceItem item) {
        String title = item.title();
        if (title == null) {
            return Optional.empty();
        }
        List<TitleOwner> possible = candidates.getOrDefault(TitleKey.key(title), List.of()).stream()
                .filter(candidate -> !ids.getOrDefault(candidate.id(), Ids.NONE).conflictsWith(item.ids()))
                .toList();
        return possible.stream()
                .filter(candidate -> Objects.equals(candidate.year(), item.year()))
                .findFirst()
                .or(() -> possible.stream()
                        .filter(candidate -> candidate.provisional() && candidate.year() == null)
                        .findFirst())
                .or(() -> TitleMatcher.only(possible).filter(candidate -> mayBeOfOneYear(candidate, item)))
                .map(TitleOwner::id);
    }

    /// One of the two has no year. A dataset of millions of titles has too many equal titles for a match.
    private boolean mayBeOfOneYear(TitleOwner candidate, SourceItem item) {
        return policy.isSource() && (candidate.year() == null || item.year() == null);
    }
}
