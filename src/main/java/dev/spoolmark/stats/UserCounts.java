package dev.spoolmark.stats;

/// Counts of the data of one user.
///
/// @param friends the number of friends
public record UserCounts(int friends, OfShows shows, OfPlayed movies, OfPlayed episodes) {

    /// The counts of a user without data, or without access to it.
    public static final UserCounts NONE = none();

    private static UserCounts none() {
        Opinions opinions = new Opinions(0, 0, 0);
        Count count = new Count(0, 0);
        OfPlayed played = new OfPlayed(new Plays(count, count, count, count, count), new Shelf(0, 0, 0), opinions);
        return new UserCounts(0, new OfShows(0, 0, 0, opinions), played, played);
    }

    /// @param library the number of shows with a watched or collected episode
    /// @param watched the number of shows with at least one play
    /// @param collection the number of shows with a collected episode
    public record OfShows(int library, int watched, int collection, Opinions opinions) {}

    /// Movies, or episodes.
    public record OfPlayed(Plays plays, Shelf shelf, Opinions opinions) {}

    /// How often things were played, and how many things that were, by how it was told.
    ///
    /// @param told plays that a player or the person told as they happened: scrobbles and check-ins
    public record Plays(Count all, Count told, Count scrobbles, Count checkins, Count seen) {}

    /// @param unique how many different things
    public record Count(int plays, int unique) {}

    /// @param collection what is owned
    /// @param unwatched what is owned and was never played
    /// @param library what was played or is owned
    public record Shelf(int collection, int unwatched, int library) {

        static Shelf of(int collection, int unwatched, int watched) {
            return new Shelf(collection, unwatched, watched + unwatched);
        }
    }

    /// What they said and thought of things of a kind. Six and above is love
    /// (`docs/spec/v1/conventions.md#ratings`).
    public record Opinions(int comments, int loved, int hated) {}
}
