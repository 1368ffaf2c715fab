/// The calendar of a user as pages and for calendar programs.
///
/// Start with [dev.spoolmark.web.schedule.SchedulePages].
@NullMarked
package dev.spoolmark.web.schedule;

import org.jspecify.annotations.NullMarked;
