/// The activity of users, read from their data.
///
/// Start with [dev.spoolmark.feed.Feed]. It stores nothing and does not know how an API renders an entry.
@NullMarked
package dev.spoolmark.feed;

import org.jspecify.annotations.NullMarked;
