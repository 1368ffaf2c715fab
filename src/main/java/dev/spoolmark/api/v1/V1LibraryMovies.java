package dev.spoolmark.api.v1;

import dev.spoolmark.api.v1.model.V1Extended;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1Movie;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.WatchedSummary;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.StreamedJsonArray;
import dev.spoolmark.rating.RatingTotalsMap;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.social.ProfileView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The movies in the library of a user, with plays and marks of this user
/// (`docs/spec/v1/user.md#userlibrarymoviesall`).
public final class V1LibraryMovies {

    private final Catalog catalog;
    private final PlayHistory plays;
    private final CollectionItems collectionItems;
    private final Ratings ratings;

    public V1LibraryMovies(Catalog catalog, PlayHistory plays, CollectionItems collected, Ratings ratings) {
        this.catalog = catalog;
        this.plays = plays;
        this.collectionItems = collected;
        this.ratings = ratings;
    }

    /// The members of a library in addition to those of the movie.
    public enum Members {
        NONE,

        /// `plays`.
        PLAYS,

        /// `plays`, `in_collection`, `unseen`.
        ALL
    }

    public Response response(Call<?> call, ProfileView profile, Members include, Collection<MovieId> movies) {
        V1Extended extended = V1Extended.ofLibrary(call.argument("extended"));
        V1Links links = new V1Links(call.base());
        return StreamedJsonArray.array(
                catalog.moviesByTitle(movies), page -> page(profile, include, page, extended, links));
    }

    private List<JsonObject> page(
            ProfileView profile, Members include, List<MovieId> page, V1Extended extended, V1Links links) {
        Map<MovieId, Movie> movies = catalog.movies(page);
        Map<MediaId, WatchedSummary> watched = include == Members.NONE ? Map.of() : plays.watched(profile, page);
        Map<MediaId, Instant> owned = include == Members.ALL ? collectionItems.since(profile, page) : Map.of();
        RatingTotalsMap totals = extended == V1Extended.FULL ? ratings.totals(page) : RatingTotalsMap.EMPTY;
        List<JsonObject> objects = new ArrayList<>();
        for (MovieId id : page) {
            Movie movie = movies.get(id);
            if (movie != null) {
                JsonObject marked = V1Movie.min(movie);
                putMarks(marked, include, watched.get(id), owned.containsKey(id));
                objects.add(marked.putAll(V1Movie.of(movie, extended, links, totals.of(id))));
            }
        }
        return objects;
    }

    private static void putMarks(JsonObject object, Members include, @Nullable WatchedSummary watched, boolean owned) {
        if (include != Members.NONE) {
            object.put("plays", watched == null ? 0 : watched.plays());
        }
        if (include == Members.ALL) {
            object.put("in_collection", owned).put("unseen", watched != null && watched.unseenAt() != null);
        }
    }
}
