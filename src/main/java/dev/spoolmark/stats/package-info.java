/// Counts of things and who is behind them: what an item's plays come to, who watches it, what is trending, what
/// changed.
///
/// Start with [dev.spoolmark.stats.Statistics] for counts and [dev.spoolmark.stats.ItemWatchers] for people. It must
/// not
/// write anything, nor know how a dialect names a count.
@NullMarked
package dev.spoolmark.stats;

import org.jspecify.annotations.NullMarked;
