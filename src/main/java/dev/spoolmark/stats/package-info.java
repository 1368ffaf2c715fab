/// Counts of items and users: plays and watchers of an item, trending items, recent changes.
///
/// Start with [dev.spoolmark.stats.Statistics] for counts and [dev.spoolmark.stats.ItemWatchers] for users.
/// It writes nothing and does not know how an API names a count.
@NullMarked
package dev.spoolmark.stats;

import org.jspecify.annotations.NullMarked;
