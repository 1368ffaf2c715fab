package dev.spoolmark.artwork;

/// Which picture is meant, by the numbers of the catalogue.
public sealed interface ArtworkRef {

    /// The kinds of pictures a movie or a show has.
    enum Part {
        POSTER,
        FANART,
        BANNER
    }

    record OfMovie(long movie, Part part) implements ArtworkRef {}

    record OfShow(long show, Part part) implements ArtworkRef {}

    record OfSeason(long show, int season) implements ArtworkRef {}

    record OfEpisode(long show, int season, int number) implements ArtworkRef {}

    record OfPerson(long userId) implements ArtworkRef {}
}
