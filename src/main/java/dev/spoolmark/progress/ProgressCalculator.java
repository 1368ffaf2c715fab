package dev.spoolmark.progress;

import dev.spoolmark.catalog.AiredEpisodes;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.progress.SeasonProgress.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Holds what somebody did against what there is in a show (`docs/spec/v1/user.md#userprogresswatched`).
///
/// An episode counts once it has aired ([AiredEpisodes]). Another that has no date counts for those who have done
/// it. A provisional one does so only where nothing of the show is listed, so that it never counts beside what is.
final class ProgressCalculator {

    private final Instant now;
    private final ProgressBasis completion;

    ProgressCalculator(Instant now, ProgressBasis completion) {
        this.now = now;
        this.completion = completion;
    }

    ShowProgress calculate(Show show, List<EpisodeSlot> episodes, ShowActivity deeds) {
        Set<EpisodeSlot> aired = Collections.newSetFromMap(new IdentityHashMap<>());
        aired.addAll(AiredEpisodes.among(episodes, show.facts().status(), now));
        boolean listed = !episodes.stream().allMatch(EpisodeSlot::provisional);
        List<Step> steps = episodes.stream()
                .filter(episode -> !deeds.hiddenSeasons().contains(episode.season()))
                .filter(episode -> aired.contains(episode) || isDoneUndated(episode, listed, deeds))
                .map(episode -> new Step(episode, deeds.isDone(episode.id(), completion)))
                .toList();
        return new ShowProgress(
                show, seasons(steps), List.copyOf(deeds.hiddenSeasons()), deeds.plays(), deeds.lastPlay(), next(steps));
    }

    private boolean isDoneUndated(EpisodeSlot episode, boolean listed, ShowActivity deeds) {
        return episode.airsAt() == null
                && !(episode.provisional() && listed)
                && (deeds.isWatched(episode.id()) || deeds.isDone(episode.id(), completion));
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
    private @Nullable EpisodeSlot next(List<Step> steps) {
        int from = completion == ProgressBasis.WATCHED ? afterTheLastDone(steps) : 0;
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
