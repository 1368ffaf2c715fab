/// What someone means to watch, in their order.
///
/// Start with [dev.spoolmark.watchlist.Watchlist]. It must not know whether it was watched in the end.
@NullMarked
package dev.spoolmark.watchlist;

import org.jspecify.annotations.NullMarked;
