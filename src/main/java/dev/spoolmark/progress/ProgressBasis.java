package dev.spoolmark.progress;

/// What makes an episode count as done: that it was watched, or that it stands on the shelf.
public enum ProgressBasis {
    WATCHED,
    COLLECTED
}
