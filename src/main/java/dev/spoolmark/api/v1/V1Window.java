package dev.spoolmark.api.v1;

import dev.spoolmark.calendar.Days;
import dev.spoolmark.kernel.Bounds;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.MomentParser;
import dev.spoolmark.wire.Scalar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The days that a calendar is asked for: `20110416`, `2011-04-16` or any other form of a date, and how many. A date
/// that
/// cannot be read is refused, a number that is none is a week (`docs/spec-corrections.md#moments`).
final class V1Window {

    private static final int WEEK = 7;

    private V1Window() {}

    static Days of(Call<?> call, Instant now) {
        LocalDate first = call.argument("date")
                .map(sent -> date(sent, zone(call)))
                .orElseGet(() -> LocalDate.ofInstant(now, zone(call)));
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

    private static LocalDate date(String sent, ZoneId zone) {
        return MomentParser.date(sent, zone)
                .filter(date -> date.getYear() >= Bounds.FIRST_YEAR && date.getYear() <= Bounds.LAST_YEAR)
                .orElseThrow(() -> new Refusal(new Problem.Invalid("date")));
    }
}
