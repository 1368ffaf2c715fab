package dev.spoolmark.web.schedule;

import java.time.LocalDate;
import java.util.List;

/// A day of the calendar.
///
/// @param number in the month
/// @param name with the weekday, as the user reads it
/// @param path of the page of the day, below the base path
/// @param inMonth whether it belongs to the month that is shown
/// @param episodes those that are shown
/// @param more how many others there are
public record ScheduledDay(
        LocalDate date,
        int number,
        String name,
        String path,
        boolean today,
        boolean inMonth,
        List<ScheduledEpisode> episodes,
        int more) {

    public ScheduledDay {
        episodes = List.copyOf(episodes);
    }
}
