/// What people did, read back from the facts: of one person, of friends, of everyone, of one thing.
///
/// Start with [dev.spoolmark.feed.Feed]. It keeps nothing of its own and must not know how a dialect words an entry.
@NullMarked
package dev.spoolmark.feed;

import org.jspecify.annotations.NullMarked;
