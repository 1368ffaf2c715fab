/// Pages about what a user has watched and wants to watch: progress, history, watchlist, collection, lists.
///
/// Start with [dev.spoolmark.web.tracking.TrackingPages].
@NullMarked
package dev.spoolmark.web.tracking;

import org.jspecify.annotations.NullMarked;
