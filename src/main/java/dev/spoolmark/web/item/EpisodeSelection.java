package dev.spoolmark.web.item;

import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.episodeorder.EpisodeOrder;
import dev.spoolmark.history.Watchable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The aired episodes that one button marks as watched. Specials are included only where their own season is meant.
final class EpisodeSelection {

    private EpisodeSelection() {}

    /// Everything that has aired.
    static List<EpisodeSummary> ofShow(ShowGuide guide, Instant now) {
        return guide.aired(now, false);
    }

    static List<EpisodeSummary> ofSeason(ShowGuide guide, int season, Instant now) {
        return guide.aired(now, true).stream()
                .filter(episode -> episode.season() == season)
                .toList();
    }

    /// The episodes of a season that a user has selected, aired or not.
    static List<EpisodeSummary> selected(ShowGuide guide, int season, Collection<String> keys) {
        Set<String> selected = Set.copyOf(keys);
        return guide.episodes().stream()
                .filter(episode -> episode.season() == season)
                .filter(episode -> selected.contains(ItemFormKeys.of(episode.id())))
                .toList();
    }

    /// The episodes before one in the order of the viewer, and this one. By number, up to a special these are specials.
    static List<EpisodeSummary> upTo(ShowGuide guide, EpisodeSummary last, Instant now, EpisodeOrder order) {
        if (order == EpisodeOrder.AIR_DATE) {
            List<EpisodeSummary> inOrder = order.sort(guide.aired(now, true));
            return inOrder.subList(0, inOrder.indexOf(last) + 1);
        }
        return guide.aired(now, true).stream()
                .filter(episode -> episode.isSpecial() == last.isSpecial())
                .filter(episode -> episode.season() < last.season()
                        || (episode.season() == last.season() && episode.number() <= last.number()))
                .toList();
    }

    static List<Watchable> watchables(ShowGuide guide, List<EpisodeSummary> episodes) {
        ShowId show = guide.show().id();
        return episodes.stream()
                .map(episode -> Watchable.of(episode.id(), show))
                .toList();
    }
}
