package dev.spoolmark.artwork;

/// Which picture is meant, by the numbers of the catalogue.
public sealed interface Piece {

    /// The kinds of pictures a movie or a show has.
    enum Part {
        POSTER,
        FANART,
        BANNER
    }

    record OfMovie(long movie, Part part) implements Piece {}

    record OfShow(long show, Part part) implements Piece {}

    record OfSeason(long show, int season) implements Piece {}

    record OfEpisode(long show, int season, int number) implements Piece {}

    record OfPerson(long person) implements Piece {}
}
