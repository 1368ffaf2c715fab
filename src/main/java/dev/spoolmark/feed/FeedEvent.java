package dev.spoolmark.feed;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;
import java.util.List;

/// An activity as stored, before access is checked.
record FeedEvent(UserId userId, Action action, Instant at, ActivityDetail detail) {

    /// Whether both belong to one entry: several plays of one item at the same time, or episodes of one show
    /// from one request.
    boolean belongsWith(FeedEvent other) {
        return equals(other) || isSameRequestAs(other);
    }

    private boolean isSameRequestAs(FeedEvent other) {
        return detail instanceof ActivityDetail.WithEpisodes(ShowId show, var own)
                && other.detail instanceof ActivityDetail.WithEpisodes(ShowId others, var otherEpisodes)
                && show.equals(others)
                && action == other.action
                && userId.equals(other.userId)
                && at.equals(other.at);
    }

    /// One event for adjacent events that belong with the first.
    static FeedEvent together(List<FeedEvent> facts) {
        FeedEvent first = facts.getFirst();
        return first.detail instanceof ActivityDetail.WithEpisodes(ShowId show, var ignored)
                ? new FeedEvent(
                        first.userId, first.action, first.at, new ActivityDetail.WithEpisodes(show, episodes(facts)))
                : first;
    }

    private static List<EpisodeId> episodes(List<FeedEvent> facts) {
        return facts.stream()
                .flatMap(fact -> fact.detail.items().stream())
                .map(EpisodeId.class::cast)
                .distinct()
                .toList();
    }
}
