package dev.spoolmark.api.v1;

import dev.spoolmark.api.v1.model.V1Times;
import dev.spoolmark.calendar.DateRange;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.body.DateTimeParser;
import dev.spoolmark.http.body.LenientValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The days that a calendar method requests: a date such as `20110416` or `2011-04-16`, and a number of days. An
/// invalid date is an error, an invalid number means a week (`docs/spec/v1/conventions.md#forms-of-a-moment`).
public final class V1DateRange {

    private static final int WEEK = 7;

    private V1DateRange() {}

    public static DateRange of(Call<?> call, Instant now) {
        LocalDate first = call.argument("date")
                .map(body -> date(body, zone(call)))
                .orElseGet(() -> LocalDate.ofInstant(now, zone(call)));
        int count = call.argument("days")
                .map(body -> new LenientValue(body, true).asInt().orElse(WEEK))
                .orElse(WEEK);
        return new DateRange(first, count);
    }

    /// The time zone of the caller, or that of the original service.
    private static ZoneId zone(Call<?> call) {
        return call.caller() == null
                ? V1Times.PACIFIC
                : call.caller().preferences().timeZone();
    }

    private static LocalDate date(String body, ZoneId zone) {
        return DateTimeParser.date(body, zone)
                .filter(date -> date.getYear() >= ValueLimits.FIRST_YEAR && date.getYear() <= ValueLimits.LAST_YEAR)
                .orElseThrow(() -> new ProblemException(new Problem.Invalid("date")));
    }
}
