package dev.spoolmark.feed;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;
import java.util.List;

/// A deed as it stands in the store, before anybody asked who may see it.
record FeedEvent(UserId userId, Action action, Instant at, ActivityDetail detail) {

    /// Whether one entry tells both: several plays of one thing at one moment, or episodes of one show from one
    /// call.
    boolean belongsWith(FeedEvent other) {
        return equals(other) || isOfOneCallWith(other);
    }

    private boolean isOfOneCallWith(FeedEvent other) {
        return detail instanceof ActivityDetail.WithEpisodes(ShowId show, var mine)
                && other.detail instanceof ActivityDetail.WithEpisodes(ShowId others, var theirs)
                && show.equals(others)
                && action == other.action
                && userId.equals(other.userId)
                && at.equals(other.at);
    }

    /// One fact for neighbours of which each belongs with the first.
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
