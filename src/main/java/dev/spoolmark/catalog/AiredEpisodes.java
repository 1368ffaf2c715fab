package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ShowFacts.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which episodes of a show count as aired. All of the server asks here: marks of a whole season or show, progress,
/// the next episode, counts.
///
/// One with an air time has aired once that is past. One without has aired when its show has ended, or when an
/// episode after it has aired; specials are held against specials. A provisional one never counts: nobody but its
/// client knows it.
public final class AiredEpisodes {

    private static final int SPECIALS = 0;

    private AiredEpisodes() {}

    /// Those of these episodes that have aired by then.
    ///
    /// @param episodes of one show, in the order of their numbers
    public static <E extends AirTimes> List<E> among(List<E> episodes, @Nullable Status status, Instant now) {
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

    private static int lastAired(List<? extends AirTimes> episodes, Instant now, boolean specials) {
        for (int i = episodes.size() - 1; i >= 0; i--) {
            AirTimes episode = episodes.get(i);
            if (isSpecial(episode) == specials && isPast(episode, now)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSpecial(AirTimes episode) {
        return episode.season() == SPECIALS;
    }

    private static boolean isPast(AirTimes episode, Instant now) {
        Instant airsAt = episode.airsAt();
        return airsAt != null && !airsAt.isAfter(now) && !episode.provisional();
    }

    private static boolean isUndated(AirTimes episode) {
        return episode.airsAt() == null && !episode.provisional();
    }
}
