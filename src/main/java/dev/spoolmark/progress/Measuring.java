package dev.spoolmark.progress;

import dev.spoolmark.catalog.Show;
import dev.spoolmark.progress.SeasonProgress.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Holds what somebody did against what there is in a show (`decisions.md` 3).
///
/// An episode counts once it has aired. One whose date nobody knows counts only when they have it behind them, so that
/// what clients made up does not keep a show from being complete.
final class Measuring {

    private final Instant now;
    private final Completion completion;

    Measuring(Instant now, Completion completion) {
        this.now = now;
        this.completion = completion;
    }

    ShowProgress measure(Show show, List<Slot> episodes, ShowDeeds deeds) {
        List<Step> steps = episodes.stream()
                .filter(episode -> counts(episode, deeds))
                .map(episode -> new Step(episode, deeds.isDone(episode.id(), completion)))
                .toList();
        return new ShowProgress(
                show, seasons(steps), List.copyOf(deeds.hiddenSeasons()), deeds.plays(), deeds.lastPlay(), next(steps));
    }

    private boolean counts(Slot episode, ShowDeeds deeds) {
        if (deeds.hiddenSeasons().contains(episode.season())) {
            return false;
        }
        return episode.airsAt() == null
                ? deeds.isWatched(episode.id()) || deeds.isDone(episode.id(), completion)
                : episode.hasAired(now);
    }

    private static List<SeasonProgress> seasons(List<Step> steps) {
        Map<Integer, List<Step>> bySeason = new TreeMap<>();
        steps.forEach(step -> bySeason.computeIfAbsent(step.episode().season(), number -> new ArrayList<>())
                .add(step));
        return bySeason.entrySet().stream()
                .map(season -> new SeasonProgress(season.getKey(), season.getValue()))
                .toList();
    }

    /// Who watches goes on after the furthest they came to, gaps left behind; who collects fills the first gap.
    private @Nullable Slot next(List<Step> steps) {
        int from = completion == Completion.WATCHED ? afterTheLastDone(steps) : 0;
        return steps.subList(from, steps.size()).stream()
                .filter(step -> !step.done())
                .map(Step::episode)
                .findFirst()
                .orElse(null);
    }

    private static int afterTheLastDone(List<Step> steps) {
        int from = steps.size();
        while (from > 0 && !steps.get(from - 1).done()) {
            from--;
        }
        return from;
    }
}
