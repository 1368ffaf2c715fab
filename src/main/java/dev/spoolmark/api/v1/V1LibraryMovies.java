package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.collection.Collected;
import dev.spoolmark.history.Plays;
import dev.spoolmark.history.Watched;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.social.Sight;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The movies of somebody's library, with the plays and the marks of its owner (`user.md`, user/library/movies).
final class V1LibraryMovies {

    private final Catalog catalog;
    private final Plays plays;
    private final Collected collected;
    private final Ratings ratings;

    V1LibraryMovies(Catalog catalog, Plays plays, Collected collected, Ratings ratings) {
        this.catalog = catalog;
        this.plays = plays;
        this.collected = collected;
        this.ratings = ratings;
    }

    /// What a library tells of a movie beside the movie itself.
    enum Told {
        NOTHING,

        /// `plays`.
        PLAYS,

        /// `plays`, `in_collection`, `unseen`.
        ALL
    }

    Reply answer(Call<?> call, Sight sight, Told told, Collection<MovieId> movies) {
        V1Extent extent = V1Extent.ofLibrary(call.argument("extended"));
        V1Links links = new V1Links(call.base());
        return V1Stream.array(catalog.moviesByTitle(movies), page -> page(sight, told, page, extent, links));
    }

    private List<V1Object> page(Sight sight, Told told, List<MovieId> page, V1Extent extent, V1Links links) {
        Map<MovieId, Movie> movies = catalog.movies(page);
        Map<MediaId, Watched> watched = told == Told.NOTHING ? Map.of() : plays.watched(sight, page);
        Map<MediaId, Instant> owned = told == Told.ALL ? collected.since(sight, page) : Map.of();
        Map<MediaId, RatingTotals> totals = extent == V1Extent.FULL ? ratings.totals(page) : Map.of();
        List<V1Object> objects = new ArrayList<>();
        for (MovieId id : page) {
            Movie movie = movies.get(id);
            if (movie != null) {
                V1Object marked = V1Movie.min(movie);
                putMarks(marked, told, watched.get(id), owned.containsKey(id));
                objects.add(
                        marked.putAll(V1Movie.of(movie, extent, links, totals.getOrDefault(id, RatingTotals.NONE))));
            }
        }
        return objects;
    }

    private static void putMarks(V1Object object, Told told, @Nullable Watched watched, boolean owned) {
        if (told != Told.NOTHING) {
            object.put("plays", watched == null ? 0 : watched.plays());
        }
        if (told == Told.ALL) {
            object.put("in_collection", owned).put("unseen", watched != null && watched.unseenAt() != null);
        }
    }
}
