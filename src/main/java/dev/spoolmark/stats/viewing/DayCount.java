package dev.spoolmark.stats.viewing;

import java.time.LocalDate;

/// The plays of a day, or of the month or year that begins with it.
public record DayCount(LocalDate day, PlayCount count) {}
