package dev.spoolmark.catalog;

import dev.spoolmark.catalog.CatalogItem.MovieItem;
import dev.spoolmark.catalog.Loaded.Result;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes movies from a source into the catalogue, for one transaction. No two of the items may be the same movie.
final class MovieLoad {

    private final Tx tx;
    private final Instant now;
    private final List<MovieItem> items;
    private final Precedence precedence;
    private final Identity identity;
    private final @Nullable SourceStatement statement;
    private final GivenFacts given;
    private final Naming naming;
    private final PersonLoad people;
    private final Map<MovieId, Movie> standing;
    private final Credits credits;
    private final OtherTitles otherTitles;
    private final List<Movie> changed = new ArrayList<>();

    MovieLoad(Tx tx, Instant now, List<MovieItem> items, Precedence precedence) {
        this(tx, now, items, new Identity(tx, Kind.MOVIE, items, precedence), precedence, null);
    }

    /// @param statement what the source that decides says of the only item
    MovieLoad(Tx tx, Instant now, MovieItem item, Identity identity, @Nullable SourceStatement statement) {
        this(tx, now, List.of(item), identity, Precedence.SOURCE, statement);
    }

    private MovieLoad(
            Tx tx,
            Instant now,
            List<MovieItem> items,
            Identity identity,
            Precedence precedence,
            @Nullable SourceStatement statement) {
        this.statement = statement;
        this.precedence = precedence;
        this.tx = tx;
        this.now = now;
        this.items = items;
        this.identity = identity;
        this.naming = new Naming(tx, Kind.MOVIE);
        this.people = new PersonLoad(tx, now, precedence);
        List<Long> ids =
                items.stream().flatMap(item -> identity.find(item).stream()).toList();
        this.standing = MovieStore.get(tx, ids.stream().map(MovieId::new).toList());
        this.given = GivenFacts.of(tx, Kind.MOVIE, statement, ids);
        this.credits = new Credits(tx, Kind.MOVIE, ids, precedence);
        this.otherTitles = new OtherTitles(tx, Kind.MOVIE, ids, precedence);
    }

    List<Loaded> apply() {
        people.addAll(items.stream().flatMap(item -> item.people().stream()).toList());
        List<Loaded> outcome = items.stream().map(this::one).toList();
        MovieStore.save(tx, changed);
        given.save(tx);
        credits.save(tx);
        otherTitles.save(tx);
        return outcome;
    }

    private Loaded one(MovieItem item) {
        Movie before =
                identity.find(item).map(id -> standing.get(new MovieId(id))).orElse(null);
        if (before == null && item.title() == null && !item.isEnough()) {
            return Loaded.refused("a new movie needs a title");
        }
        List<String> remarks = new ArrayList<>();
        Movie after = before == null ? added(item, remarks) : merged(before, precedence.heard(item, before), remarks);
        note(after, before);
        long id = after.id().value();
        int takenBack = takenBack(id);
        boolean hasNewCredits = credits.areNew(id, people.lines(item.people()), (takenBack & GivenFacts.PEOPLE) != 0);
        boolean hasNewTitles = otherTitles.areNew(id, item.otherTitles(), (takenBack & GivenFacts.OTHER_TITLES) != 0);
        given.changed(id, (hasNewCredits ? GivenFacts.PEOPLE : 0) | (hasNewTitles ? GivenFacts.OTHER_TITLES : 0));
        if (after.equals(before) && !hasNewCredits && !hasNewTitles) {
            return new Loaded(Result.UNCHANGED, remarks);
        }
        changed.add(after.changedAt(Stamp.of(before == null ? null : before.updatedAt(), item.updated(), now)));
        return new Loaded(before == null ? Result.ADDED : Result.UPDATED, remarks);
    }

    /// Notes whose the facts are now.
    private void note(Movie after, @Nullable Movie before) {
        long id = after.id().value();
        if (before != null) {
            given.changed(id, before.facts().fields(), after.facts().fields());
        }
        if (statement != null && statement.item() instanceof MovieItem said) {
            given.note(id, bits(said), statement.unreadable(), null);
        }
    }

    /// Without what the source gave and gives no longer.
    private MovieFacts standingFacts(Movie before) {
        return before.facts().without(takenBack(before.id().value()));
    }

    private int takenBack(long id) {
        return statement != null && statement.item() instanceof MovieItem said
                ? given.takenBack(id, bits(said), statement.unreadable())
                : 0;
    }

    private static int bits(MovieItem said) {
        return GivenFacts.bits(said.facts().fields(), said.people(), said.otherTitles());
    }

    private Movie added(MovieItem item, List<String> remarks) {
        long id = tx.newId("item");
        String title = Placeholder.titleOf(item);
        Ids ids = identity.claim(id, title, item.ids(), remarks);
        String slug = naming.slug(id, title, item.year(), ids);
        return new Movie(new MovieId(id), ids, slug, title, item.year(), item.facts(), false, now);
    }

    private Movie merged(Movie before, MovieItem item, List<String> remarks) {
        String title = item.title() == null ? before.title() : item.title();
        Ids ids = identity.claim(before.id().value(), title, item.ids(), remarks);
        naming.remember(before, item.title(), item.year());
        return new Movie(
                before.id(),
                before.ids().merge(ids),
                naming.slug(before, item.title(), item.year()),
                title,
                Facts.newer(before.year(), item.year()),
                standingFacts(before).merge(item.facts()),
                false,
                before.updatedAt());
    }
}
