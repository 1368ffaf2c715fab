package dev.spoolmark.progress;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.showsetting.NextRule;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The activity of one user in one show, collected row by row.
final class ShowActivity {

    private final Set<EpisodeId> watched = new HashSet<>();
    private final Set<EpisodeId> collected = new HashSet<>();
    private final TreeSet<Integer> hiddenSeasons = new TreeSet<>();
    private PlayCounts plays = PlayCounts.NONE;
    private @Nullable Instant lastPlay;
    private boolean hidden;
    private NextRule rule = NextRule.AFTER_LAST;
    private boolean pinned;
    private int run = 1;
    private @Nullable Instant runStart;

    void watch(EpisodeId episode, @Nullable Instant last) {
        watched.add(episode);
        if (last != null && (lastPlay == null || last.isAfter(lastPlay))) {
            lastPlay = last;
        }
    }

    void collect(EpisodeId episode) {
        collected.add(episode);
    }

    void count(PlayCounts counted) {
        plays = counted;
    }

    void hide() {
        hidden = true;
    }

    void hideSeason(int number) {
        hiddenSeasons.add(number);
    }

    void set(NextRule chosen, boolean isPinned) {
        rule = chosen;
        pinned = isPinned;
    }

    /// @param number 2 for the first rewatch
    void rewatch(int number, Instant start) {
        run = number;
        runStart = start;
    }

    NextRule rule() {
        return rule;
    }

    boolean isPinned() {
        return pinned;
    }

    int run() {
        return run;
    }

    @Nullable
    Instant runStart() {
        return runStart;
    }

    boolean isHidden() {
        return hidden;
    }

    boolean isWatched(EpisodeId episode) {
        return watched.contains(episode);
    }

    boolean isDone(EpisodeId episode, ProgressBasis basis) {
        return switch (basis) {
            case WATCHED -> watched.contains(episode);
            case COLLECTED -> collected.contains(episode);
        };
    }

    boolean hasDone(ProgressBasis basis) {
        return switch (basis) {
            case WATCHED -> !watched.isEmpty();
            case COLLECTED -> !collected.isEmpty();
        };
    }

    Set<Integer> hiddenSeasons() {
        return hiddenSeasons;
    }

    PlayCounts plays() {
        return plays;
    }

    @Nullable
    Instant lastPlay() {
        return lastPlay;
    }
}
