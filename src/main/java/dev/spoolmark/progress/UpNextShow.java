package dev.spoolmark.progress;

import dev.spoolmark.showsetting.NextRule;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A show in the current run of a user: plays before the last rewatch do not count.
///
/// @param progress its `plays` are not loaded
/// @param rule by which the next episode is chosen
/// @param run 1, or the number of the rewatch: 2 for the first one
/// @param runStart when the rewatch started; null in the first run
public record UpNextShow(
        ShowProgress progress,
        NextRule rule,
        boolean isPinned,
        int run,
        @Nullable Instant runStart) {

    /// The next episode, null if there is none.
    public @Nullable EpisodeSlot next() {
        return progress.next();
    }

    /// The number of episodes that count, and of those that are watched in this run.
    public ProgressCount count() {
        return progress.count();
    }

    /// The number of aired episodes that come by the rule and are not watched, with the next one.
    public int left() {
        return (int) toWatch().count();
    }

    /// How many of these are in the season of the next one.
    public int leftInSeason() {
        EpisodeSlot next = next();
        return next == null
                ? 0
                : (int) toWatch()
                        .filter(episode -> episode.season() == next.season())
                        .count();
    }

    /// The running time of the episodes that are left, in minutes; 0 if the runtime of the show is unknown.
    public long minutesLeft() {
        Integer runtime = progress.show().facts().runtime();
        return runtime == null ? 0 : (long) runtime * left();
    }

    private Stream<EpisodeSlot> toWatch() {
        EpisodeSlot next = next();
        return next == null
                ? Stream.of()
                : progress.seasons().stream()
                        .flatMap(season -> season.steps().stream())
                        .filter(step -> !step.done())
                        .map(SeasonProgress.Step::episode)
                        .filter(episode -> isFrom(episode, next));
    }

    private static boolean isFrom(EpisodeSlot episode, EpisodeSlot first) {
        return episode.season() > first.season()
                || (episode.season() == first.season() && episode.number() >= first.number());
    }
}
