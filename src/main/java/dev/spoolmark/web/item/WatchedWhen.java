package dev.spoolmark.web.item;

import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Form;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// When something was watched, as a form states it.
enum WatchedWhen {

    /// Just now.
    NOW,

    /// When it aired or was released.
    AIRED,

    /// At a day and a time of the user.
    DATE,

    /// Nobody knows.
    UNKNOWN;

    /// The time of a day whose time is not stated: it is the same day in most time zones.
    static final LocalTime MIDDAY = LocalTime.NOON;

    /// The field `when`; now if it is missing or unknown. A day that was entered counts, also if the choice is still
    /// *now*.
    static WatchedWhen of(Form form) {
        String sent = form.text("when");
        for (WatchedWhen when : List.of(AIRED, DATE, UNKNOWN)) {
            if (Form.key(when).equals(sent)) {
                return when;
            }
        }
        return form.text("date").isEmpty() ? NOW : DATE;
    }

    /// The fields `date` and `time` in the time zone of the user; empty if they are no date and no time.
    static Optional<Instant> instant(PageRequest request) {
        String time = request.form().text("time");
        try {
            LocalDate day = LocalDate.parse(request.form().text("date"));
            LocalTime of = time.isEmpty() ? MIDDAY : LocalTime.parse(time);
            return Optional.of(day.atTime(of).atZone(request.formats().zone()).toInstant());
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
