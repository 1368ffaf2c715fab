package dev.spoolmark.web.schedule;

import dev.spoolmark.web.library.ItemLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An episode in the calendar.
///
/// @param at null if the time of day is unknown
/// @param time clock time in the time zone of the user; empty if unknown
/// @param watched whether the user has watched it, in this run of the show or before
/// @param isCovered whether its title is covered
public record ScheduledEpisode(ItemLine line, @Nullable Instant at, String time, boolean watched, boolean isCovered) {}
