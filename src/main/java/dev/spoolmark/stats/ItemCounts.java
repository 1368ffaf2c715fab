package dev.spoolmark.stats;

/// Counts of an item over all users; for a show including its episodes
/// (`docs/spec/v1/conventions.md#statistics`).
///
/// @param watchers number of users with scrobbles or check-ins
/// @param watchlists number of watchlists with the item
/// @param lists number of public lists with the item
public record ItemCounts(
        int watchers,
        EventCount scrobbles,
        EventCount checkins,
        EventCount collection,
        int watchlists,
        int lists,
        Comments comments) {

    /// Scrobbles and check-ins, as in recorded responses: an item marked as seen is not counted.
    public int plays() {
        return scrobbles.total() + checkins.total();
    }

    /// Number of occurrences, and number of different users.
    public record EventCount(int total, int users) {}

    /// Number of comments, without replies.
    public record Comments(int shouts, int reviews) {

        public int all() {
            return shouts + reviews;
        }
    }
}
