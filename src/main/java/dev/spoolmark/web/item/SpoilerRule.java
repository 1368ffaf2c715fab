package dev.spoolmark.web.item;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.SpoilerLevel;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.episodeorder.EpisodeOrder;
import dev.spoolmark.userstate.ItemDetail;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Decides what of the episodes of a show is covered for a viewer, by the level that the viewer has chosen.
final class SpoilerRule {

    private final SpoilerLevel level;
    private final ItemDetail detail;
    private final Set<EpisodeSummary> later = new HashSet<>();

    SpoilerRule(Account viewer, ShowGuide guide, EpisodeOrder order, ItemDetail detail) {
        this.level = viewer.preferences().pages().spoilers();
        this.detail = detail;
        if (level == SpoilerLevel.NEXT) {
            List<EpisodeSummary> inOrder = order.sort(guide.episodes());
            int last = last(inOrder);
            if (last >= 0) {
                later.addAll(inOrder.subList(last + 1, inOrder.size()));
                inOrder.stream().filter(EpisodeSummary::isSpecial).forEach(later::add);
            }
        }
    }

    /// The position of the last episode that is watched and no special; -1 if there is none.
    private int last(List<EpisodeSummary> inOrder) {
        for (int at = inOrder.size() - 1; at >= 0; at--) {
            EpisodeSummary episode = inOrder.get(at);
            if (!episode.isSpecial() && detail.mark(episode.id()).plays() > 0) {
                return at;
            }
        }
        return -1;
    }

    boolean covers(EpisodeSummary episode) {
        boolean isUnseen = detail.mark(episode.id()).plays() == 0;
        return switch (level) {
            case OFF -> false;
            case NEXT -> isUnseen && later.contains(episode);
            case ALL -> isUnseen;
        };
    }
}
