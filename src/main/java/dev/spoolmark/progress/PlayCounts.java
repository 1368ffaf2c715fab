package dev.spoolmark.progress;

/// Number of plays of the episodes of a show by one user, by the way they were recorded.
public record PlayCounts(int scrobbles, int checkins, int seen) {

    public static final PlayCounts NONE = new PlayCounts(0, 0, 0);

    public int all() {
        return scrobbles + checkins + seen;
    }
}
