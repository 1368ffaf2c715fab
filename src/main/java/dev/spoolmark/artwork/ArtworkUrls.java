package dev.spoolmark.artwork;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.catalog.Season;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the URLs of images at the sources.
record ArtworkUrls(Catalog catalog) {

    Optional<String> of(ArtworkRef ref) {
        return switch (ref) {
            case ArtworkRef.OfMovie(long movie, ArtworkRef.ArtworkType type) ->
                movies(new MovieId(movie)).flatMap(images -> of(images, type));
            case ArtworkRef.OfShow(long show, ArtworkRef.ArtworkType type) ->
                shows(new ShowId(show)).flatMap(images -> of(images, type));
            case ArtworkRef.OfSeason(long show, int season) -> season(new ShowId(show), season);
            case ArtworkRef.OfEpisode(long show, int season, int number) -> episode(new ShowId(show), season, number);
            case ArtworkRef.OfPerson(long personId) -> person(new PersonId(personId));
        };
    }

    private Optional<Images> movies(MovieId id) {
        return Optional.ofNullable(catalog.movies(List.of(id)).get(id))
                .map(movie -> movie.facts().images());
    }

    private Optional<Images> shows(ShowId id) {
        return Optional.ofNullable(catalog.shows(List.of(id)).get(id))
                .map(show -> show.facts().images());
    }

    private static Optional<String> of(Images images, ArtworkRef.ArtworkType type) {
        return url(
                switch (type) {
                    case POSTER -> images.poster();
                    case FANART -> images.fanart();
                    case BANNER -> images.banner();
                });
    }

    /// A season without a poster has that of its show.
    private Optional<String> season(ShowId show, int number) {
        if (shows(show).isEmpty()) {
            return Optional.empty();
        }
        return catalog.guide(show)
                .season(number)
                .map(Season::poster)
                .or(() -> shows(show).flatMap(images -> url(images.poster())));
    }

    private Optional<String> episode(ShowId show, int season, int number) {
        if (shows(show).isEmpty()) {
            return Optional.empty();
        }
        return catalog.guide(show)
                .episode(season, number)
                .flatMap(head ->
                        Optional.ofNullable(catalog.episodes(List.of(head.id())).get(head.id())))
                .flatMap(episode -> url(episode.facts().screen()));
    }

    private Optional<String> person(PersonId id) {
        return Optional.ofNullable(catalog.persons(List.of(id)).get(id))
                .flatMap(person -> url(person.facts().headshot()));
    }

    private static Optional<String> url(@Nullable String address) {
        return Optional.ofNullable(address);
    }
}
