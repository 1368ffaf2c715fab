package dev.spoolmark.stats;

/// What everybody together did with one thing; of a show, with its episodes
/// (`docs/spec/v1/conventions.md#statistics`).
///
/// @param watchers people behind the scrobbles and check-ins
/// @param watchlists how many watchlists it stands on
/// @param lists how many lists that anyone may see hold it
public record ItemCounts(
        int watchers, Tally scrobbles, Tally checkins, Tally collection, int watchlists, int lists, Comments comments) {

    /// As the recorded answers count: marking something as seen is no play of this server.
    public int plays() {
        return scrobbles.all() + checkins.all();
    }

    /// How often something happened, and how many people it was.
    public record Tally(int all, int users) {}

    /// What people said about it, without the replies.
    public record Comments(int shouts, int reviews) {

        public int all() {
            return shouts + reviews;
        }
    }
}
