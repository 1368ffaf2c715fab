/// The watchlists of users.
///
/// Start with [dev.spoolmark.watchlist.Watchlist]. It does not know plays.
@NullMarked
package dev.spoolmark.watchlist;

import org.jspecify.annotations.NullMarked;
