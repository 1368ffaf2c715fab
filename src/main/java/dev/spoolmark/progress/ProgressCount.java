package dev.spoolmark.progress;

/// How many episodes there are to complete, and how many are.
///
/// @param aired how many count: the ones that aired
/// @param completed how many of these are done
public record ProgressCount(int aired, int completed) {

    private static final int ALL = 100;

    public int left() {
        return aired - completed;
    }

    /// Rounded, but never 100 while something is left (`docs/spec/v1/user.md#userprogresswatched`).
    public int percentage() {
        if (aired == 0) {
            return 0;
        }
        int rounded = Math.round(100f * completed / aired);
        return left() > 0 ? Math.min(rounded, ALL - 1) : ALL;
    }
}
