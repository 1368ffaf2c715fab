package dev.spoolmark.progress;

/// Number of episodes that count, and of completed ones.
///
/// @param aired the number of episodes that have aired
/// @param completed how many of these are completed
public record ProgressCount(int aired, int completed) {

    private static final int PERCENT = 100;

    public int remaining() {
        return aired - completed;
    }

    /// Rounded, but 100 only if all are completed (`docs/spec/v1/user.md#userprogresswatched`).
    public int percentage() {
        if (aired == 0) {
            return 0;
        }
        int rounded = Math.round(100f * completed / aired);
        return remaining() > 0 ? Math.min(rounded, PERCENT - 1) : PERCENT;
    }
}
