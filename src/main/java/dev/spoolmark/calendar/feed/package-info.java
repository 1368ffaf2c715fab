/// Secret addresses under which calendar programs read the calendar of a user.
///
/// Start with [dev.spoolmark.calendar.feed.CalendarFeeds]. It does not know what a calendar contains.
@NullMarked
package dev.spoolmark.calendar.feed;

import org.jspecify.annotations.NullMarked;
