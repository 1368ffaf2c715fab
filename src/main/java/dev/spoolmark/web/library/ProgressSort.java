package dev.spoolmark.web.library;

import dev.spoolmark.progress.ShowProgress;

/// The orders of the progress page. Ties are ordered by id.
public enum ProgressSort {

    /// The show that was watched last comes first.
    LAST,
    NAME,

    /// The fewest episodes left come first.
    EPISODES,

    /// The shortest time left comes first.
    TIME;

    /// Whether the order follows from what is left of each show, so that all shows have to be calculated.
    boolean needsAll() {
        return this == EPISODES || this == TIME;
    }

    /// What [#EPISODES] and [#TIME] sort by, ascending.
    long key(ShowProgress show) {
        return this == TIME ? minutesLeft(show) : show.count().remaining();
    }

    /// The running time of the aired episodes that are left, in minutes. 0 if the runtime is unknown.
    static long minutesLeft(ShowProgress show) {
        Integer runtime = show.show().facts().runtime();
        return runtime == null ? 0 : (long) runtime * show.count().remaining();
    }
}
