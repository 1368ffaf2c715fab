package dev.spoolmark.feed;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;
import java.util.List;

/// A deed as it stands in the store, before anybody asked who may see it.
record Fact(UserId person, Action action, Instant at, Deed deed) {

    /// Whether one entry tells both: several plays of one thing at one moment, or episodes of one show from one call.
    boolean belongsWith(Fact other) {
        return equals(other) || isOfOneCallWith(other);
    }

    private boolean isOfOneCallWith(Fact other) {
        return deed instanceof Deed.WithEpisodes(ShowId show, var mine)
                && other.deed instanceof Deed.WithEpisodes(ShowId others, var theirs)
                && show.equals(others)
                && action == other.action
                && person.equals(other.person)
                && at.equals(other.at);
    }

    /// One fact for neighbours of which each belongs with the first.
    static Fact together(List<Fact> facts) {
        Fact first = facts.getFirst();
        return first.deed instanceof Deed.WithEpisodes(ShowId show, var ignored)
                ? new Fact(first.person, first.action, first.at, new Deed.WithEpisodes(show, episodes(facts)))
                : first;
    }

    private static List<EpisodeId> episodes(List<Fact> facts) {
        return facts.stream()
                .flatMap(fact -> fact.deed.items().stream())
                .map(EpisodeId.class::cast)
                .distinct()
                .toList();
    }
}
