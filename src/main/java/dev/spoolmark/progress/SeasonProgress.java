package dev.spoolmark.progress;

import java.util.List;

/// Progress of a user in one season: the episodes that count, ordered by number.
public record SeasonProgress(int number, List<Step> steps) {

    public SeasonProgress {
        steps = List.copyOf(steps);
    }

    /// An episode that counts.
    public record Step(EpisodeSlot episode, boolean done) {}

    public ProgressCount count() {
        return new ProgressCount(
                steps.size(), (int) steps.stream().filter(Step::done).count());
    }
}
