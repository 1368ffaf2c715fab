package dev.spoolmark.progress;

/// What completes an episode: that it was watched, or that it was collected.
public enum ProgressBasis {
    WATCHED,
    COLLECTED
}
