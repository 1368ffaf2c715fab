package dev.spoolmark.web.item;

import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.web.form.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// When something was watched, as a form states it.
enum WatchedWhen {

    /// Just now.
    NOW,

    /// When it aired or was released.
    AIRED,

    /// At a day and a time of the user.
    DATE,

    /// Nobody knows.
    UNKNOWN,

    /// Once more, and nobody knows when.
    UNKNOWN_AGAIN;

    /// The field `when`; now if it is missing or unknown. A day that was entered counts, also if the choice is
    /// still *now*.
    static WatchedWhen of(Form form) {
        String sent = form.text("when");
        for (WatchedWhen when : List.of(AIRED, DATE, UNKNOWN, UNKNOWN_AGAIN)) {
            if (Form.key(when).equals(sent)) {
                return when;
            }
        }
        return form.text("date").isEmpty() ? NOW : DATE;
    }

    /// The fields `date` and `time` in the time zone of the user, or only the day. Of a time that occurs twice,
    /// when clocks are set back, the first counts.
    ///
    /// @return empty and an error when they are no date and no time, or a time that the clocks leave out
    static Optional<WatchedTime> stated(Form form, ZoneId zone) {
        LocalDate day = parse(form, "date", LocalDate::parse, "mark.error.date");
        String time = form.text("time");
        if (day == null || time.isEmpty()) {
            return Optional.ofNullable(day).map(WatchedTime::of);
        }
        LocalTime clock = parse(form, "time", LocalTime::parse, "mark.error.time");
        if (clock == null) {
            return Optional.empty();
        }
        ZonedDateTime at = day.atTime(clock).atZone(zone);
        if (!at.toLocalTime().equals(clock)) {
            form.error("time", "library.time.skipped");
            return Optional.empty();
        }
        return Optional.of(WatchedTime.of(at.toInstant()));
    }

    private static <T> @Nullable T parse(Form form, String field, Function<String, T> parser, String error) {
        try {
            return parser.apply(form.text(field));
        } catch (DateTimeException malformed) {
            form.error(field, error);
            return null;
        }
    }
}
