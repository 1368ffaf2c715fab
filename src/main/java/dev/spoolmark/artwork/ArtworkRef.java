package dev.spoolmark.artwork;

/// A reference to an image of an item by ids of the catalog.
public sealed interface ArtworkRef {

    /// The kinds of images of a movie or show.
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
