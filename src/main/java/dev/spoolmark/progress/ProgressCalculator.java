package dev.spoolmark.progress;

import dev.spoolmark.catalog.AiredRule;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.progress.SeasonProgress.Step;
import dev.spoolmark.showsetting.NextRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares the activity of a user with the episodes of a show (`docs/spec/v1/user.md#userprogresswatched`).
///
/// An episode counts once it has aired ([AiredRule]). An episode without air time counts for users who have
/// completed it. A provisional episode counts only if the show has no other episodes.
final class ProgressCalculator {

    private final Instant now;
    private final ProgressBasis basis;

    ProgressCalculator(Instant now, ProgressBasis basis) {
        this.now = now;
        this.basis = basis;
    }

    ShowProgress calculate(Show show, List<EpisodeSlot> episodes, ShowActivity activity) {
        Set<EpisodeSlot> aired = Collections.newSetFromMap(new IdentityHashMap<>());
        aired.addAll(AiredRule.aired(episodes, show.facts().status(), now));
        boolean listed = !episodes.stream().allMatch(EpisodeSlot::provisional);
        List<Step> steps = episodes.stream()
                .filter(episode -> !activity.hiddenSeasons().contains(episode.season()))
                .filter(episode -> aired.contains(episode) || isDoneUndated(episode, listed, activity))
                .map(episode -> new Step(episode, activity.isDone(episode.id(), basis)))
                .toList();
        return new ShowProgress(
                show,
                seasons(steps),
                List.copyOf(activity.hiddenSeasons()),
                activity.plays(),
                activity.lastPlay(),
                next(steps, activity.rule()));
    }

    private boolean isDoneUndated(EpisodeSlot episode, boolean listed, ShowActivity activity) {
        return episode.airsAt() == null
                && !(episode.provisional() && listed)
                && (activity.isWatched(episode.id()) || activity.isDone(episode.id(), basis));
    }

    private static List<SeasonProgress> seasons(List<Step> steps) {
        Map<Integer, List<Step>> bySeason = new TreeMap<>();
        steps.forEach(step -> bySeason.computeIfAbsent(step.episode().season(), number -> new ArrayList<>())
                .add(step));
        return bySeason.entrySet().stream()
                .map(season -> new SeasonProgress(season.getKey(), season.getValue()))
                .toList();
    }

    /// For watched episodes, the one after the last completed one, even if there are gaps before, unless the user has
    /// chosen another rule; for collected episodes, the first gap.
    private @Nullable EpisodeSlot next(List<Step> steps, NextRule rule) {
        int from = basis == ProgressBasis.WATCHED && rule == NextRule.AFTER_LAST ? afterTheLastDone(steps) : 0;
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
