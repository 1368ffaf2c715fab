package dev.spoolmark.web.library;

/// The orders of the progress page. Ties are ordered by id. Pinned shows come first in all of them.
public enum ProgressSort {

    /// The show that was watched last comes first.
    LAST,
    NAME,

    /// The fewest episodes left come first.
    EPISODES,

    /// The shortest time left comes first.
    TIME,

    /// An order that follows from a seed in the address.
    SHUFFLE;

    /// Whether the order follows from what is left of each show, so that all shows have to be calculated.
    boolean needsAll() {
        return this == EPISODES || this == TIME;
    }
}
