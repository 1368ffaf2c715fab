/// Pages about what a user has watched and wants to watch: progress, history, watchlist, collection, lists.
///
/// Start with [dev.spoolmark.web.library.LibraryRoutes].
@NullMarked
package dev.spoolmark.web.library;

import org.jspecify.annotations.NullMarked;
