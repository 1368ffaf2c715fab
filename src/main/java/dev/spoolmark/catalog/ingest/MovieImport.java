package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieStore;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.merge.ItemMatcher;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Imports movies in one transaction.
final class MovieImport extends TitleImport<Movie, MovieItem> {

    MovieImport(Tx tx, Instant now, List<MovieItem> items, MergePolicy policy) {
        this(new Origin(tx, now, new ItemMatcher(tx, Kind.MOVIE, items, policy), policy, null), items);
    }

    /// @param primary the data of the primary source about the item
    MovieImport(Tx tx, Instant now, MovieItem item, ItemMatcher matcher, @Nullable PrimarySourceItem primary) {
        this(new Origin(tx, now, matcher, MergePolicy.SOURCE, primary), List.of(item));
    }

    private MovieImport(Origin origin, List<MovieItem> items) {
        super(
                Kind.MOVIE,
                origin,
                items,
                ids -> MovieStore.get(
                        origin.tx(), ids.stream().map(MovieId::new).toList()));
    }

    @Override
    Movie create(long id, Names names, MovieItem item) {
        return new Movie(
                new MovieId(id),
                names.ids(),
                names.slug(),
                names.title(),
                names.year(),
                item.facts(),
                false,
                origin.now());
    }

    @Override
    Movie merge(Movie previous, Names names, MovieItem item, int withdrawn) {
        return new Movie(
                previous.id(),
                names.ids(),
                names.slug(),
                names.title(),
                names.year(),
                previous.facts().without(withdrawn).merge(item.facts()),
                false,
                previous.updatedAt());
    }

    @Override
    MovieItem fillGaps(MovieItem item, Movie previous) {
        return edited.protect(origin.policy().apply(item, previous), previous);
    }

    @Override
    Movie changedAt(Movie movie, Instant updatedAt) {
        return movie.changedAt(updatedAt);
    }

    @Override
    ChildResult applyChildren(Movie movie, MovieItem item, List<String> warnings) {
        return ChildResult.UNCHANGED;
    }

    @Override
    void save(List<Movie> movies) {
        MovieStore.save(origin.tx(), movies);
    }
}
