package dev.spoolmark.home;

import dev.spoolmark.catalog.ItemSummary;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An episode that airs soon.
///
/// @param day in the time zone of the user if the time is known, else at the place of broadcast
/// @param at null if the time of day is unknown
public record UpcomingEpisode(
        ItemSummary episode, LocalDate day, @Nullable Instant at) {}
