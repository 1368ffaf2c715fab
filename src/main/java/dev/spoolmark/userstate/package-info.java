/// A user's view of a page of items: rating, plays, collection and watchlist, loaded together.
///
/// Start with [dev.spoolmark.userstate.UserItemStates]. It does not know how an API renders them.
@NullMarked
package dev.spoolmark.userstate;

import org.jspecify.annotations.NullMarked;
