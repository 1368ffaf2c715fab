package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.NONE;
import static dev.spoolmark.http.DataVisibility.PUBLIC;

import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.core.TitleFolding;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// `genres/*`: the documented genres and those of the catalog, ordered by name.
public final class GenresMethods {

    private static final List<String> MOVIES = List.of(
            "Action",
            "Adventure",
            "Animation",
            "Comedy",
            "Crime",
            "Documentary",
            "Drama",
            "Family",
            "Fantasy",
            "Film Noir",
            "History",
            "Horror",
            "Indie",
            "Music",
            "Musical",
            "Mystery",
            "Romance",
            "Science Fiction",
            "Sport",
            "Suspense",
            "Thriller",
            "War",
            "Western");

    private static final List<String> SHOWS = List.of(
            "Action",
            "Adventure",
            "Animation",
            "Children",
            "Comedy",
            "Documentary",
            "Drama",
            "Fantasy",
            "Game Show",
            "Home and Garden",
            "Mini Series",
            "News",
            "Reality",
            "Science Fiction",
            "Soap",
            "Special Interest",
            "Sport",
            "Talk Show",
            "Western");

    private final Catalog catalog;
    private final Map<Kind, CachedResponse> cache = new ConcurrentHashMap<>();

    public GenresMethods(Catalog catalog) {
        this.catalog = catalog;
    }

    public void declare(ApiMethodTable v1) {
        v1.get("/genres/movies.json/{apikey}", NONE, PUBLIC, call -> genres(MOVIES, Kind.MOVIE));
        v1.get("/genres/shows.json/{apikey}", NONE, PUBLIC, call -> genres(SHOWS, Kind.SHOW));
    }

    /// The response is rendered again only when the genres of the catalog have changed.
    private Response genres(List<String> documented, Kind kind) {
        List<String> found = catalog.genres(kind);
        CachedResponse last = cache.get(kind);
        if (last != null && last.from().equals(found)) {
            return last.response();
        }
        Response response = response(documented, found);
        cache.put(kind, new CachedResponse(found, response));
        return response;
    }

    private record CachedResponse(List<String> from, Response response) {}

    private static Response response(List<String> documented, List<String> found) {
        TreeSet<String> names = new TreeSet<>(documented);
        names.addAll(found);
        return V1Responses.ok(names.stream().map(GenresMethods::genre).toList());
    }

    private static JsonObject genre(String name) {
        return new JsonObject().put("name", name).put("slug", TitleFolding.slug(name));
    }
}
