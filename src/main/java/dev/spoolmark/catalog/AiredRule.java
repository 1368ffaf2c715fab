package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ShowFacts.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rule for which episodes of a show have aired. Used for all of the server: marking a season or show as
/// watched, progress, the next episode, counts.
///
/// An episode with an air time has aired once that time is past. One without has aired if its show has ended,
/// or if a later episode has aired; specials are compared with specials. A provisional episode never counts,
/// because only its client knows it.
public final class AiredRule {

    private static final int SPECIALS = 0;

    private AiredRule() {}

    /// @param episodes of one show, in the order of their numbers
    /// @return the episodes that have aired at `now`
    public static <E extends Airable> List<E> aired(List<E> episodes, @Nullable Status status, Instant now) {
        int lastSpecial = lastAired(episodes, now, true);
        int last = lastAired(episodes, now, false);
        List<E> aired = new ArrayList<>();
        for (int i = 0; i < episodes.size(); i++) {
            E episode = episodes.get(i);
            boolean passed = i < (isSpecial(episode) ? lastSpecial : last);
            if (isPast(episode, now) || (isUndated(episode) && (status == Status.ENDED || passed))) {
                aired.add(episode);
            }
        }
        return aired;
    }

    private static int lastAired(List<? extends Airable> episodes, Instant now, boolean specials) {
        for (int i = episodes.size() - 1; i >= 0; i--) {
            Airable episode = episodes.get(i);
            if (isSpecial(episode) == specials && isPast(episode, now)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSpecial(Airable episode) {
        return episode.season() == SPECIALS;
    }

    private static boolean isPast(Airable episode, Instant now) {
        Instant airsAt = episode.airsAt();
        return airsAt != null && !airsAt.isAfter(now) && !episode.provisional();
    }

    private static boolean isUndated(Airable episode) {
        return episode.airsAt() == null && !episode.provisional();
    }
}
