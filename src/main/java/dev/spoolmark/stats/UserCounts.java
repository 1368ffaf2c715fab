package dev.spoolmark.stats;

/// Counts of the data of one user.
///
/// @param friends the number of friends
public record UserCounts(int friends, ShowCounts shows, ItemTypeCounts movies, ItemTypeCounts episodes) {

    /// The counts of a user without data, or without access to it.
    public static final UserCounts NONE = none();

    private static UserCounts none() {
        OpinionCounts opinions = new OpinionCounts(0, 0, 0);
        Count count = new Count(0, 0);
        ItemTypeCounts played = new ItemTypeCounts(
                new Plays(count, count, count, count, count), new CollectionCounts(0, 0, 0), opinions);
        return new UserCounts(0, new ShowCounts(0, 0, 0, opinions), played, played);
    }

    /// @param library the number of shows with a watched or collected episode
    /// @param watched the number of shows with at least one play
    /// @param collection the number of shows with a collected episode
    public record ShowCounts(int library, int watched, int collection, OpinionCounts opinions) {}

    /// Movies, or episodes.
    public record ItemTypeCounts(Plays plays, CollectionCounts collections, OpinionCounts opinions) {}

    /// Number of plays, and number of different items, by the way they were recorded.
    ///
    /// @param reported scrobbles and check-ins
    public record Plays(Count all, Count reported, Count scrobbles, Count checkins, Count seen) {}

    /// @param unique the number of different items
    public record Count(int plays, int unique) {}

    /// @param collection the number of collected items
    /// @param unwatched the number of collected items without plays
    /// @param library the number of items that are collected or have plays
    public record CollectionCounts(int collection, int unwatched, int library) {

        static CollectionCounts of(int collection, int unwatched, int watched) {
            return new CollectionCounts(collection, unwatched, watched + unwatched);
        }
    }

    /// Number of comments and ratings of a kind of items. Ratings of 6 and above count as loved
    /// (`docs/spec/v1/conventions.md#ratings`).
    public record OpinionCounts(int comments, int loved, int hated) {}
}
