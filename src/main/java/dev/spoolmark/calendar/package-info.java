/// Air dates of episodes, for all users or for one.
///
/// Start with [dev.spoolmark.calendar.Calendar]. It does not know who watched an episode.
@NullMarked
package dev.spoolmark.calendar;

import org.jspecify.annotations.NullMarked;
