package dev.spoolmark.catalog;

import dev.spoolmark.catalog.Matching.Hit;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Keeps movies or shows that only a client knows, from what it said. Used behind the [Gate], for one transaction.
final class ItemKeeper {

    private final Tx tx;
    private final Instant now;
    private final Kind kind;
    private final Drafts fresh = new Drafts();
    private final Map<Long, Work> standing = new HashMap<>();
    private final Map<Long, Draft> completed = new HashMap<>();

    ItemKeeper(Tx tx, Instant now, Kind kind) {
        this.tx = tx;
        this.now = now;
        this.kind = kind;
    }

    /// The item that each of them means; one is made where nobody has a name of it. All say enough. What goes by the
    /// IMDb id of something of another kind is absent.
    <R extends ItemRef> Map<R, Long> keep(Collection<R> wanted) {
        Map<R, Hit> hits = Matching.find(tx, kind, wanted);
        FreeIds free = FreeIds.of(tx, kind, wanted);
        readIncomplete(hits.values());
        Map<R, Long> kept = new HashMap<>();
        for (R ref : wanted) {
            Optional.ofNullable(hits.get(ref))
                    .flatMap(hit -> found(ref, hit, free))
                    .or(() -> made(ref, free))
                    .ifPresent(item -> kept.put(ref, item));
        }
        save();
        return kept;
    }

    /// A provisional item learns what is said of it, unless an earlier line of the batch said otherwise: then this line
    /// means another.
    private Optional<Long> found(ItemRef ref, Hit hit, FreeIds free) {
        if (!hit.incomplete()) {
            return Optional.of(hit.item());
        }
        Draft draft = completed.getOrDefault(hit.item(), Draft.of(work(hit.item())));
        if (!draft.fits(free.of(ref), ref.year())) {
            return Optional.empty();
        }
        completed.put(hit.item(), draft.completedBy(free.of(ref), ref.year()));
        return Optional.of(hit.item());
    }

    private Work work(long item) {
        return Objects.requireNonNull(standing.get(item), "what was found by its title is there");
    }

    private void readIncomplete(Collection<Hit> hits) {
        List<Long> items =
                hits.stream().filter(Hit::incomplete).map(Hit::item).distinct().toList();
        if (kind == Kind.MOVIE) {
            MovieStore.get(tx, items.stream().map(MovieId::new).toList())
                    .forEach((id, movie) -> standing.put(id.value(), movie));
        } else {
            ShowStore.get(tx, items.stream().map(ShowId::new).toList())
                    .forEach((id, show) -> standing.put(id.value(), show));
        }
    }

    /// The item that an earlier line of the batch brought, or a new one.
    private Optional<Long> made(ItemRef ref, FreeIds free) {
        Ids said = free.of(ref);
        if (free.isOfAnotherKind(ref) || !ref.isEnough(said)) {
            return Optional.empty();
        }
        Draft draft = fresh.find(ref, said)
                .map(there -> there.completedBy(said, ref.year()))
                .orElseGet(() -> new Draft(tx.newId("item"), kind, said, ref.title(), ref.year()));
        fresh.put(draft);
        return Optional.of(draft.item());
    }

    private void save() {
        List<Work> works = new ArrayList<>();
        fresh.all().forEach(draft -> works.add(work(draft)));
        completed.forEach((item, draft) -> works.add(completed(work(item), draft)));
        MovieStore.save(tx, only(Movie.class, works));
        ShowStore.save(tx, only(Show.class, works));
        SourceJobStore.queue(
                tx, kind, works.stream().map(work -> work.id().value()).toList(), now);
    }

    private Work work(Draft draft) {
        long id = draft.item();
        String title = Placeholder.titleOf(draft);
        String slug = new Naming(tx, kind).slug(id, title, draft.year(), draft.ids());
        return kind == Kind.MOVIE
                ? new Movie(new MovieId(id), draft.ids(), slug, title, draft.year(), MovieFacts.NONE, true, now)
                : new Show(new ShowId(id), draft.ids(), slug, title, draft.year(), ShowFacts.NONE, true, now);
    }

    private Work completed(Work before, Draft draft) {
        new Naming(tx, kind).remember(before, null, draft.year());
        return switch (before) {
            case Movie movie -> movie.named(draft.ids(), draft.year(), now);
            case Show show -> show.named(draft.ids(), draft.year(), now);
        };
    }

    private static <W extends Work> List<W> only(Class<W> type, List<Work> works) {
        return works.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
