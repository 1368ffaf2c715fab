package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Visibility.NOBODY;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.kernel.Titles;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// `genres/*`: the documented genres together with those of the catalogue, by name.
final class GenresMethods {

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
    private final Map<Kind, Made> made = new ConcurrentHashMap<>();

    GenresMethods(Catalog catalog) {
        this.catalog = catalog;
    }

    void declare(Methods v1) {
        v1.get("/genres/movies.json/{apikey}", OPEN, NOBODY, call -> genres(MOVIES, Kind.MOVIE));
        v1.get("/genres/shows.json/{apikey}", OPEN, NOBODY, call -> genres(SHOWS, Kind.SHOW));
    }

    /// The answer is made anew only when the catalogue's genres are others than last time.
    private Reply genres(List<String> documented, Kind kind) {
        List<String> found = catalog.genres(kind);
        Made last = made.get(kind);
        if (last != null && last.from().equals(found)) {
            return last.reply();
        }
        Reply reply = reply(documented, found);
        made.put(kind, new Made(found, reply));
        return reply;
    }

    private record Made(List<String> from, Reply reply) {}

    private static Reply reply(List<String> documented, List<String> found) {
        TreeSet<String> names = new TreeSet<>(documented);
        names.addAll(found);
        return V1Words.ok(names.stream().map(GenresMethods::genre).toList());
    }

    private static V1Object genre(String name) {
        return new V1Object().put("name", name).put("slug", Titles.slug(name));
    }
}
