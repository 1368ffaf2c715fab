package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.lookup.ExternalIdStore;
import dev.spoolmark.catalog.lookup.ExternalIdStore.IdOwner;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.catalog.merge.SameItemRule.MergeCandidate;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Merges the items that a source shows to be one, in a transaction that holds the lock of
/// [dev.spoolmark.catalog.CatalogWriteLock].
public final class DuplicateResolver {

    /// The confirmed item remains, then the oldest.
    private static final Comparator<MergeCandidate> FIRST = Comparator.comparing(MergeCandidate::provisional)
            .thenComparingLong(candidate -> candidate.id().value());

    private final Tx tx;
    private final Instant now;
    private final SourceItem incoming;
    private final SameItemRule sameness;
    private final List<MediaId> mergedAway = new ArrayList<>();

    public DuplicateResolver(Tx tx, Instant now, SourceItem item) {
        this.tx = tx;
        this.now = now;
        this.incoming = item;
        this.sameness = SameItemRule.of(item);
    }

    /// @return the items that were merged into another
    public List<MediaId> mergedAway() {
        return mergedAway;
    }

    /// @return why this item is not the one that the source describes; empty if it is
    public Optional<String> mismatchReason(MediaId item) {
        String text = item.kind().key();
        Optional<MergeCandidate> existing = MergeCandidate.of(tx, item);
        if (existing.isEmpty()) {
            return Optional.of("the " + text + " is not in the catalog");
        }
        return existing.filter(candidate -> !sameness.isOf(tx, candidate))
                .map(other -> "the source describes another " + text);
    }

    /// @return the item, or the one that it and others were merged into
    public MergeCandidate resolve(MediaId start) {
        MergeCandidate item = MergeCandidate.of(tx, start).orElseThrow();
        for (ExternalId id : incoming.ids().externalIds(incoming.kind())) {
            MergeCandidate other = ownerOf(id).orElse(item);
            if (!other.id().equals(item.id()) && isSame(item, other)) {
                item = join(item, other);
            }
        }
        return item;
    }

    private Optional<MergeCandidate> ownerOf(ExternalId id) {
        IdOwner owner =
                ExternalIdStore.idOwners(tx, incoming.kind(), List.of(id)).get(id);
        return owner == null || owner.superseded()
                ? Optional.empty()
                : MergeCandidate.of(tx, MediaId.of(incoming.kind(), owner.item()));
    }

    private boolean isSame(MergeCandidate item, MergeCandidate other) {
        boolean anyProvisional = item.provisional() || other.provisional();
        return (anyProvisional || !item.ids().conflictsWith(other.ids())) && sameness.matches(tx, other);
    }

    private MergeCandidate join(MergeCandidate one, MergeCandidate other) {
        MergeCandidate survivor = FIRST.compare(one, other) <= 0 ? one : other;
        MergeCandidate merged = survivor.equals(one) ? other : one;
        new ItemMerger(tx, now).items(merged.id(), survivor.id());
        mergedAway.add(merged.id());
        return MergeCandidate.of(tx, survivor.id()).orElseThrow();
    }
}
