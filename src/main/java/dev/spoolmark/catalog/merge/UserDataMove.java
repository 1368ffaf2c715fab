package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.Kind;
import java.time.Instant;

/// A move of user data from one item to another, or to another show.
///
/// @param from the item under which the data is stored
/// @param to the item under which it has to be stored; equal to `from` if only the show changed
/// @param show the show of `to` as in tables of user data: the show itself for a show, 0 for a movie
/// @param since when the merge happened
public record UserDataMove(Kind kind, long from, long to, long show, Instant since) {

    /// @return whether only the show of the item changed
    public boolean isWithinItem() {
        return from == to;
    }
}
