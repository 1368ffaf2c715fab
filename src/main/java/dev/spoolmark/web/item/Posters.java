package dev.spoolmark.web.item;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.web.Links;
import dev.spoolmark.web.Poster;
import org.jspecify.annotations.Nullable;

/// Posters with addresses in the image cache of the server.
public final class Posters {

    private static final int VERSIONS = 100_000;
    /// Widths in pixels that the image cache has.
    private static final int LARGE = 300;

    private static final int SMALL = 138;
    private static final String MOVIES = "posters_movies";
    private static final String SHOWS = "posters";
    private static final String PEOPLE = "people";

    private Posters() {}

    public static Poster of(Links links, Movie movie) {
        String source = movie.facts().images().poster();
        return new Poster(
                movie.title(), movie.year(), address(links, MOVIES, movie.id().value(), source));
    }

    public static Poster of(Links links, Show show) {
        String source = show.facts().images().poster();
        return new Poster(
                show.title(), show.year(), address(links, SHOWS, show.id().value(), source));
    }

    public static Poster of(Links links, Person person) {
        return new Poster(
                person.name(),
                null,
                address(links, PEOPLE, person.id().value(), person.facts().headshot()));
    }

    /// Seasons and episodes have the poster of their show.
    public static Poster of(Links links, ItemSummary item) {
        return of(links, item, LARGE);
    }

    /// The same in the size of a line of a list.
    public static Poster small(Links links, ItemSummary item) {
        return of(links, item, SMALL);
    }

    private static Poster of(Links links, ItemSummary item, int width) {
        MediaId show = item.show();
        return new Poster(
                item.title(),
                item.year(),
                show == null
                        ? address(links, MOVIES, item.id().value(), item.poster(), width)
                        : address(links, SHOWS, show.value(), item.poster(), width));
    }

    private static @Nullable String address(Links links, String folder, long owner, @Nullable String source) {
        return address(links, folder, owner, source, LARGE);
    }

    /// The address changes with the picture, so that caches do not return an old one.
    private static @Nullable String address(
            Links links, String folder, long owner, @Nullable String source, int width) {
        return source == null
                ? null
                : links.to("/images/" + folder + "/" + owner + "." + Math.floorMod(source.hashCode(), VERSIONS) + "-"
                        + width + ".jpg");
    }
}
