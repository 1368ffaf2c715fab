package dev.spoolmark.api.v1;

import dev.spoolmark.calendar.Days;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Scalar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/// The days that a calendar is asked for: `20110416` or `2011-04-16`, and how many. A date that is none is today, a
/// number that is none is a week (`calendar.md`).
final class V1Window {

    private static final int WEEK = 7;

    private V1Window() {}

    static Days of(Call<?> call, Instant now) {
        LocalDate first =
                call.argument("date").flatMap(V1Window::date).orElseGet(() -> LocalDate.ofInstant(now, zone(call)));
        int count = call.argument("days")
                .map(sent -> new Scalar(sent, true).wholeInt().orElse(WEEK))
                .orElse(WEEK);
        return new Days(first, count);
    }

    /// Where the caller lives, or where v1 did.
    private static ZoneId zone(Call<?> call) {
        return call.caller() == null
                ? V1Times.PACIFIC
                : call.caller().preferences().timeZone();
    }

    private static Optional<LocalDate> date(String sent) {
        return Stream.of(DateTimeFormatter.BASIC_ISO_DATE, DateTimeFormatter.ISO_LOCAL_DATE)
                .flatMap(form -> parsed(sent, form).stream())
                .findFirst();
    }

    private static Optional<LocalDate> parsed(String sent, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(sent, form));
        } catch (DateTimeParseException notOfThatForm) {
            return Optional.empty();
        }
    }
}
