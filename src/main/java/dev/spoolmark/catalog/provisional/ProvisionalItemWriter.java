package dev.spoolmark.catalog.provisional;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.MovieStore;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowStore;
import dev.spoolmark.catalog.Title;
import dev.spoolmark.catalog.TitleFromId;
import dev.spoolmark.catalog.TitleRef;
import dev.spoolmark.catalog.lookup.ReferenceResolver;
import dev.spoolmark.catalog.lookup.ReferenceResolver.Match;
import dev.spoolmark.catalog.lookup.SlugAssigner;
import dev.spoolmark.catalog.lookup.SlugAssigner.Named;
import dev.spoolmark.catalog.source.SourceJobStore;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stores provisional movies or shows, in a transaction that holds the lock of
/// [dev.spoolmark.catalog.CatalogWriteLock].
final class ProvisionalItemWriter {

    private final Tx tx;
    private final Instant now;
    private final Kind kind;
    private final DraftBatch newItems = new DraftBatch();
    private final Map<Long, Title> existing = new HashMap<>();
    private final Map<Long, ProvisionalDraft> completed = new HashMap<>();

    ProvisionalItemWriter(Tx tx, Instant now, Kind kind) {
        this.tx = tx;
        this.now = now;
        this.kind = kind;
    }

    /// @param requested only sufficient references
    /// @return existing and new items; a reference with the IMDb id of an item of another kind is absent
    <R extends TitleRef> Map<R, Long> findOrCreate(Collection<R> requested) {
        Map<R, Match> matches = ReferenceResolver.find(tx, kind, requested);
        UnclaimedIds free = UnclaimedIds.of(tx, kind, requested);
        readIncomplete(matches.values());
        Map<R, Long> stored = new HashMap<>();
        for (R ref : requested) {
            Optional.ofNullable(matches.get(ref))
                    .flatMap(match -> found(ref, match, free))
                    .or(() -> made(ref, free))
                    .ifPresent(item -> stored.put(ref, item));
        }
        save();
        return stored;
    }

    /// Adds ids and year of the reference to a provisional item, unless an earlier reference of the batch
    /// contradicts: then this reference means another item.
    private Optional<Long> found(TitleRef ref, Match match, UnclaimedIds free) {
        if (!match.incomplete()) {
            return Optional.of(match.item());
        }
        ProvisionalDraft draft = completed.getOrDefault(match.item(), ProvisionalDraft.of(work(match.item())));
        if (!draft.fits(free.of(ref), ref.year())) {
            return Optional.empty();
        }
        completed.put(match.item(), draft.completedBy(free.of(ref), ref.year()));
        return Optional.of(match.item());
    }

    private Title work(long item) {
        return Objects.requireNonNull(existing.get(item), "what was found by its title is there");
    }

    private void readIncomplete(Collection<Match> hits) {
        List<Long> items = hits.stream()
                .filter(Match::incomplete)
                .map(Match::item)
                .distinct()
                .toList();
        if (kind == Kind.MOVIE) {
            MovieStore.get(tx, items.stream().map(MovieId::new).toList())
                    .forEach((id, movie) -> existing.put(id.value(), movie));
        } else {
            ShowStore.get(tx, items.stream().map(ShowId::new).toList())
                    .forEach((id, show) -> existing.put(id.value(), show));
        }
    }

    /// @return an item of an earlier reference, or a new one
    private Optional<Long> made(TitleRef ref, UnclaimedIds free) {
        Ids ids = free.of(ref);
        if (free.isOfAnotherKind(ref) || !ref.isEnough(ids)) {
            return Optional.empty();
        }
        ProvisionalDraft draft = newItems.find(ref, ids)
                .map(existing -> existing.completedBy(ids, ref.year()))
                .orElseGet(() -> new ProvisionalDraft(tx.newId("item"), kind, ids, ref.title(), ref.year()));
        newItems.put(draft);
        return Optional.of(draft.item());
    }

    private void save() {
        List<Title> titles = new ArrayList<>(newTitles());
        titles.addAll(completedTitles());
        MovieStore.save(tx, only(Movie.class, titles));
        ShowStore.save(tx, only(Show.class, titles));
        SourceJobStore.queue(
                tx, kind, titles.stream().map(title -> title.id().value()).toList(), now);
    }

    private List<Title> newTitles() {
        List<Named> items = newItems.all().stream()
                .map(draft -> new Named(draft.item(), TitleFromId.titleOf(draft), draft.year(), draft.ids()))
                .toList();
        Map<Long, String> slugs = new SlugAssigner(tx, kind).slugs(items);
        return items.stream()
                .map(item -> title(item, Objects.requireNonNull(slugs.get(item.id()), "every item has a slug")))
                .toList();
    }

    private Title title(Named item, String slug) {
        return kind == Kind.MOVIE
                ? new Movie(
                        new MovieId(item.id()), item.ids(), slug, item.title(), item.year(), MovieFacts.NONE, true, now)
                : new Show(
                        new ShowId(item.id()), item.ids(), slug, item.title(), item.year(), ShowFacts.NONE, true, now);
    }

    private List<Title> completedTitles() {
        Map<Title, @Nullable Integer> years = new LinkedHashMap<>();
        completed.forEach((item, draft) -> years.put(work(item), draft.year()));
        new SlugAssigner(tx, kind).storePrevious(years);
        return years.keySet().stream()
                .map(previous -> completed(
                        previous,
                        Objects.requireNonNull(completed.get(previous.id().value()))))
                .toList();
    }

    private Title completed(Title previous, ProvisionalDraft draft) {
        return switch (previous) {
            case Movie movie -> movie.withIdsAndYear(draft.ids(), draft.year(), now);
            case Show show -> show.withIdsAndYear(draft.ids(), draft.year(), now);
        };
    }

    private static <W extends Title> List<W> only(Class<W> type, List<Title> titles) {
        return titles.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
