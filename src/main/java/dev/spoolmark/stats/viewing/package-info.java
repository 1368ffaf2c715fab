/// What a user watched in a period: counts by time, title, person, genre, country and decade, for pages and for a
/// review of a year.
///
/// Start with [dev.spoolmark.stats.viewing.ViewingStatistics]. It stores the counts of months,
/// which are derived from the plays, and which reviews a user shares.
@NullMarked
package dev.spoolmark.stats.viewing;

import org.jspecify.annotations.NullMarked;
