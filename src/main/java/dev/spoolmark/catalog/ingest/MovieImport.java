package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.AlternativeTitles;
import dev.spoolmark.catalog.CatalogItem.MovieItem;
import dev.spoolmark.catalog.Credits;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.MovieStore;
import dev.spoolmark.catalog.PlaceholderTitle;
import dev.spoolmark.catalog.ingest.ImportResult.Result;
import dev.spoolmark.catalog.lookup.SlugAssigner;
import dev.spoolmark.catalog.merge.ItemMatcher;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes movies from a source into the catalogue, for one transaction. No two of the items may be the same movie.
final class MovieImport {

    private final Tx tx;
    private final Instant now;
    private final List<MovieItem> items;
    private final MergePolicy precedence;
    private final ItemMatcher identity;
    private final @Nullable SourceStatement statement;
    private final SourceFactTracker sourceFacts;
    private final SlugAssigner naming;
    private final PersonImport people;
    private final Map<MovieId, Movie> existing;
    private final Credits credits;
    private final AlternativeTitles otherTitles;
    private final List<Movie> changed = new ArrayList<>();

    MovieImport(Tx tx, Instant now, List<MovieItem> items, MergePolicy precedence) {
        this(tx, now, items, new ItemMatcher(tx, Kind.MOVIE, items, precedence), precedence, null);
    }

    /// @param statement what the source that decides says of the only item
    MovieImport(Tx tx, Instant now, MovieItem item, ItemMatcher identity, @Nullable SourceStatement statement) {
        this(tx, now, List.of(item), identity, MergePolicy.SOURCE, statement);
    }

    private MovieImport(
            Tx tx,
            Instant now,
            List<MovieItem> items,
            ItemMatcher identity,
            MergePolicy precedence,
            @Nullable SourceStatement statement) {
        this.statement = statement;
        this.precedence = precedence;
        this.tx = tx;
        this.now = now;
        this.items = items;
        this.identity = identity;
        this.naming = new SlugAssigner(tx, Kind.MOVIE);
        this.people = new PersonImport(tx, now, precedence);
        List<Long> ids =
                items.stream().flatMap(item -> identity.find(item).stream()).toList();
        this.existing = MovieStore.get(tx, ids.stream().map(MovieId::new).toList());
        this.sourceFacts = SourceFactTracker.of(tx, Kind.MOVIE, statement, ids);
        this.credits = new Credits(tx, Kind.MOVIE, ids, precedence);
        this.otherTitles = new AlternativeTitles(tx, Kind.MOVIE, ids, precedence);
    }

    List<ImportResult> apply() {
        people.addAll(items.stream().flatMap(item -> item.users().stream()).toList());
        List<ImportResult> outcome = items.stream().map(this::one).toList();
        MovieStore.save(tx, changed);
        sourceFacts.save(tx);
        credits.save(tx);
        otherTitles.save(tx);
        return outcome;
    }

    private ImportResult one(MovieItem item) {
        Movie previous =
                identity.find(item).map(id -> existing.get(new MovieId(id))).orElse(null);
        if (previous == null && item.title() == null && !item.isEnough()) {
            return ImportResult.refused("a new movie needs a title");
        }
        List<String> remarks = new ArrayList<>();
        Movie updated =
                previous == null ? added(item, remarks) : merged(previous, precedence.apply(item, previous), remarks);
        note(updated, previous);
        long id = updated.id().value();
        int takenBack = takenBack(id);
        boolean hasNewCredits =
                credits.areNew(id, people.lines(item.users()), (takenBack & SourceFactTracker.PEOPLE) != 0);
        boolean hasNewTitles =
                otherTitles.areNew(id, item.otherTitles(), (takenBack & SourceFactTracker.OTHER_TITLES) != 0);
        sourceFacts.changed(
                id,
                (hasNewCredits ? SourceFactTracker.PEOPLE : 0) | (hasNewTitles ? SourceFactTracker.OTHER_TITLES : 0));
        if (updated.equals(previous) && !hasNewCredits && !hasNewTitles) {
            return new ImportResult(Result.UNCHANGED, remarks);
        }
        changed.add(updated.changedAt(
                UpdatedAtRule.of(previous == null ? null : previous.updatedAt(), item.updated(), now)));
        return new ImportResult(previous == null ? Result.ADDED : Result.UPDATED, remarks);
    }

    /// Notes whose the facts are now.
    private void note(Movie updated, @Nullable Movie previous) {
        long id = updated.id().value();
        if (previous != null) {
            sourceFacts.changed(id, previous.facts().fields(), updated.facts().fields());
        }
        if (statement != null && statement.item() instanceof MovieItem said) {
            sourceFacts.note(id, bits(said), statement.unreadable(), null);
        }
    }

    /// Without what the source gave and gives no longer.
    private MovieFacts standingFacts(Movie previous) {
        return previous.facts().without(takenBack(previous.id().value()));
    }

    private int takenBack(long id) {
        return statement != null && statement.item() instanceof MovieItem said
                ? sourceFacts.takenBack(id, bits(said), statement.unreadable())
                : 0;
    }

    private static int bits(MovieItem said) {
        return SourceFactTracker.bits(said.facts().fields(), said.users(), said.otherTitles());
    }

    private Movie added(MovieItem item, List<String> remarks) {
        long id = tx.newId("item");
        String title = PlaceholderTitle.titleOf(item);
        Ids ids = identity.claim(id, title, item.ids(), remarks);
        String slug = naming.slug(id, title, item.year(), ids);
        return new Movie(new MovieId(id), ids, slug, title, item.year(), item.facts(), false, now);
    }

    private Movie merged(Movie previous, MovieItem item, List<String> remarks) {
        String title = item.title() == null ? previous.title() : item.title();
        Ids ids = identity.claim(previous.id().value(), title, item.ids(), remarks);
        naming.remember(previous, item.title(), item.year());
        return new Movie(
                previous.id(),
                previous.ids().merge(ids),
                naming.slug(previous, item.title(), item.year()),
                title,
                FactMerge.newer(previous.year(), item.year()),
                standingFacts(previous).merge(item.facts()),
                false,
                previous.updatedAt());
    }
}
