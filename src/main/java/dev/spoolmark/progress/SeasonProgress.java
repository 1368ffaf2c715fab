package dev.spoolmark.progress;

import java.util.List;

/// How far somebody is in one season: each episode that counts, in the order of the numbers, done or not.
public record SeasonProgress(int number, List<Step> steps) {

    public SeasonProgress {
        steps = List.copyOf(steps);
    }

    /// One episode that counts.
    public record Step(Slot episode, boolean done) {}

    public Tally tally() {
        return new Tally(steps.size(), (int) steps.stream().filter(Step::done).count());
    }
}
