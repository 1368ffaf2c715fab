package dev.spoolmark.progress;

import java.util.List;

/// How far somebody is in one season: each episode that counts, in the order of the numbers, done or not.
public record SeasonProgress(int number, List<Step> steps) {

    public SeasonProgress {
        steps = List.copyOf(steps);
    }

    /// One episode that counts.
    public record Step(EpisodeSlot episode, boolean done) {}

    public ProgressCount tally() {
        return new ProgressCount(
                steps.size(), (int) steps.stream().filter(Step::done).count());
    }
}
