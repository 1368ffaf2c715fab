package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.Kind;
import java.time.Instant;

/// That what hangs on one item shall hang on another, or on the same under another show.
///
/// @param from where it hangs, perhaps
/// @param to where it shall hang; the same as `from` when only the show changed
/// @param show the show of `to` as it stands in tables of people: the show itself for a show, 0 for a movie
/// @param since from when on everybody who named the one meant the other
public record ItemRedirect(Kind kind, long from, long to, long show, Instant since) {

    /// Whether the item stays what it is, and only its show changed.
    public boolean isWithinItem() {
        return from == to;
    }
}
