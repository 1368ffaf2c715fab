package dev.spoolmark.feed;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A deed as it stands in the store, before anybody asked who may see it.
record Fact(UserId person, Action action, Instant at, Deed deed) {

    /// Whether one entry tells both: several plays of one thing at one moment, or episodes of one show from one call.
    private boolean belongsWith(Fact other) {
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

    /// One entry where neighbours belong together.
    static List<Fact> folded(List<Fact> facts) {
        List<Fact> folded = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= facts.size(); to++) {
            if (to == facts.size() || !facts.get(from).belongsWith(facts.get(to))) {
                folded.add(together(facts.subList(from, to)));
                from = to;
            }
        }
        return folded;
    }

    private static Fact together(List<Fact> facts) {
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
