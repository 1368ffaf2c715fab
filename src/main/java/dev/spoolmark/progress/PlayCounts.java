package dev.spoolmark.progress;

/// How often somebody played episodes of a show, by how it was told.
public record PlayCounts(int scrobbles, int checkins, int seen) {

    public static final PlayCounts NONE = new PlayCounts(0, 0, 0);

    public int all() {
        return scrobbles + checkins + seen;
    }
}
