package dev.spoolmark.history;

import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.core.ValueLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// When an item was watched, as precisely as it is known. A day, a month or a year is stored as 12:00 UTC of its
/// first day, which is the same day in most time zones.
///
/// @param at in milliseconds; null if and only if the time is unknown
public record WatchedTime(@Nullable Instant at, TimePrecision precision) {

    public static final WatchedTime UNKNOWN = new WatchedTime(null, TimePrecision.UNKNOWN);

    public WatchedTime {
        if ((at == null) != (precision == TimePrecision.UNKNOWN)) {
            throw new IllegalArgumentException("time " + at + " of the precision " + precision);
        }
    }

    /// @param at null if unknown
    public static WatchedTime of(@Nullable Instant at) {
        return at == null ? UNKNOWN : new WatchedTime(at, TimePrecision.INSTANT);
    }

    public static WatchedTime of(LocalDate day) {
        return new WatchedTime(midday(day), TimePrecision.DAY);
    }

    public static WatchedTime of(YearMonth month) {
        return new WatchedTime(midday(month.atDay(1)), TimePrecision.MONTH);
    }

    public static WatchedTime of(Year year) {
        return new WatchedTime(midday(year.atDay(1)), TimePrecision.YEAR);
    }

    /// A time in the database.
    ///
    /// @param at null if unknown
    /// @param precision the number of a [TimePrecision]; ignored if the time is unknown
    public static WatchedTime stored(@Nullable Instant at, int precision) {
        return at == null
                ? UNKNOWN
                : TimePrecision.find(precision)
                        .filter(TimePrecision::isDate)
                        .map(of -> new WatchedTime(at, of))
                        .orElseGet(() -> of(at));
    }

    /// The day, month or year in which a day lies.
    ///
    /// @throws IllegalArgumentException for another precision
    public static WatchedTime of(LocalDate day, TimePrecision precision) {
        return switch (precision) {
            case DAY -> of(day);
            case MONTH -> of(YearMonth.from(day));
            case YEAR -> of(Year.of(day.getYear()));
            case INSTANT, UNKNOWN -> throw new IllegalArgumentException("precision " + precision);
        };
    }

    public boolean isUnknown() {
        return at == null;
    }

    /// The day, also the first one of a month or a year; null if the time is unknown.
    ///
    /// @param zone of the reader, for a time with a clock time
    public @Nullable LocalDate day(ZoneId zone) {
        return at == null ? null : LocalDate.ofInstant(at, precision.isDate() ? ZoneOffset.UTC : zone);
    }

    /// Whether it is in the future. The present day has begun somewhere on earth up to 24 hours before it has in
    /// UTC.
    public boolean isAhead(Instant now) {
        return isAhead(now, ClockSkew.TOLERANCE);
    }

    /// Whether it is before 1900, or more than 24 hours ahead.
    public boolean isOutOfRange(Instant now) {
        return (at != null && at.isBefore(ValueLimits.FIRST_PLAY)) || isAhead(now, ValueLimits.PLAY_AHEAD);
    }

    private boolean isAhead(Instant now, Duration tolerance) {
        return at != null && at.isAfter(now.plus(precision.isDate() ? ValueLimits.PLAY_AHEAD : tolerance));
    }

    private static Instant midday(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }
}
