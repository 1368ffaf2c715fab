package dev.spoolmark.artwork;

/// A reference to an image of an item by ids of the catalog.
public sealed interface ArtworkRef {

    /// The kinds of images of a movie or show.
    enum ArtworkType {
        POSTER,
        FANART,
        BANNER
    }

    record OfMovie(long movie, ArtworkType type) implements ArtworkRef {}

    record OfShow(long show, ArtworkType type) implements ArtworkRef {}

    record OfSeason(long show, int season) implements ArtworkRef {}

    record OfEpisode(long show, int season, int number) implements ArtworkRef {}

    record OfPerson(long personId) implements ArtworkRef {}
}
