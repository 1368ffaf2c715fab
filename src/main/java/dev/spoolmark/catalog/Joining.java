package dev.spoolmark.catalog;

import dev.spoolmark.catalog.Name.ForeignId;
import dev.spoolmark.catalog.NameStore.Holder;
import dev.spoolmark.catalog.Sameness.Candidate;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The items of which one thing that a source told shows that they are one, joined in one transaction behind the
/// [Gate].
final class Joining {

    /// What is confirmed stays, then what was there first.
    private static final Comparator<Candidate> FIRST = Comparator.comparing(Candidate::provisional)
            .thenComparingLong(candidate -> candidate.id().value());

    private final Tx tx;
    private final Instant now;
    private final CatalogItem told;
    private final Sameness sameness;
    private final List<MediaId> gone = new ArrayList<>();

    Joining(Tx tx, Instant now, CatalogItem told) {
        this.tx = tx;
        this.now = now;
        this.told = told;
        this.sameness = Sameness.of(told);
    }

    /// Those that are another now.
    List<MediaId> gone() {
        return gone;
    }

    /// Why this item is not what the source speaks of, if so.
    Optional<String> reasonAgainst(MediaId item) {
        String word = item.kind().word();
        Optional<Candidate> there = Candidate.of(tx, item);
        if (there.isEmpty()) {
            return Optional.of("the " + word + " is not in the catalogue");
        }
        return there.filter(candidate -> !sameness.isOf(tx, candidate))
                .map(other -> "the source speaks of another " + word);
    }

    /// The item itself, or the one that it and others turned out to be.
    Candidate joined(MediaId start) {
        Candidate item = Candidate.of(tx, start).orElseThrow();
        for (ForeignId id : told.ids().foreign(told.kind())) {
            Candidate other = holder(id).orElse(item);
            if (!other.id().equals(item.id()) && isSame(item, other)) {
                item = join(item, other);
            }
        }
        return item;
    }

    private Optional<Candidate> holder(ForeignId id) {
        Holder holder = NameStore.holders(tx, told.kind(), List.of(id)).get(id);
        return holder == null || holder.former()
                ? Optional.empty()
                : Candidate.of(tx, MediaId.of(told.kind(), holder.item()));
    }

    private boolean isSame(Candidate item, Candidate other) {
        boolean anyProvisional = item.provisional() || other.provisional();
        return (anyProvisional || !item.ids().contradicts(other.ids())) && sameness.holds(tx, other);
    }

    private Candidate join(Candidate one, Candidate other) {
        Candidate stays = FIRST.compare(one, other) <= 0 ? one : other;
        Candidate goes = stays.equals(one) ? other : one;
        new Union(tx, now).items(goes.id(), stays.id());
        gone.add(goes.id());
        return Candidate.of(tx, stays.id()).orElseThrow();
    }
}
