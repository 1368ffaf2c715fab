/// What the first page shows a user: what to watch next, and what happened lately.
///
/// Start with [dev.spoolmark.home.HomeFeed]. Everything is limited to a few items, whatever the user has stored.
@NullMarked
package dev.spoolmark.home;

import org.jspecify.annotations.NullMarked;
