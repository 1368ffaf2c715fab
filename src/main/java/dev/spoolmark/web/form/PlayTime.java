package dev.spoolmark.web.form;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.history.TimePrecision;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.web.text.Formats;
import dev.spoolmark.web.text.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The time of a play in texts, and in a field of the type `datetime-local` in the time zone of the user. A day, a
/// month
/// or a year is midday of its first day there.
public final class PlayTime {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?");
    private static final Pattern VERSION = Pattern.compile("(-?[0-9]{1,15})\\.([0-3])");
    private static final String UNKNOWN = "unknown";
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    private PlayTime() {}

    /// For people: day and clock time, only a day, a month or a year, or that the time is unknown.
    public static String label(Formats formats, Texts texts, WatchedTime time) {
        Instant at = time.at();
        LocalDate day = time.day(formats.zone());
        return at == null || day == null
                ? texts.get("plays.unknown")
                : switch (time.precision()) {
                    case INSTANT, UNKNOWN -> formats.dateTime(at);
                    case DAY -> formats.date(day);
                    case MONTH -> formats.month(YearMonth.from(day));
                    case YEAR -> Integer.toString(day.getYear());
                };
    }

    /// For the attribute `datetime`; null for an unknown time.
    public static @Nullable String machine(Formats formats, WatchedTime time) {
        Instant at = time.at();
        LocalDate day = time.day(formats.zone());
        return at == null || day == null
                ? null
                : switch (time.precision()) {
                    case INSTANT, UNKNOWN -> formats.machine(at);
                    case DAY -> day.toString();
                    case MONTH -> YearMonth.from(day).toString();
                    case YEAR -> Integer.toString(day.getYear());
                };
    }

    /// The value of the field; empty for an unknown time.
    public static String text(WatchedTime time, ZoneId zone) {
        Instant at = time.at();
        return at == null ? "" : MINUTES.format(time.precision().isDate() ? midday(time, zone) : at.atZone(zone));
    }

    private static LocalDateTime midday(WatchedTime time, ZoneId zone) {
        return Objects.requireNonNull(time.day(zone)).atTime(LocalTime.NOON);
    }

    /// The time that a form was filled with, as the value of a hidden field.
    public static String version(WatchedTime time) {
        Instant at = time.at();
        return at == null ? UNKNOWN : at.toEpochMilli() + "." + time.precision().number();
    }

    /// The time in a hidden field; empty for any other text.
    public static Optional<WatchedTime> ofVersion(String text) {
        if (text.equals(UNKNOWN)) {
            return Optional.of(WatchedTime.UNKNOWN);
        }
        Matcher parts = VERSION.matcher(text);
        return parts.matches()
                ? Optional.of(WatchedTime.stored(
                        Instant.ofEpochMilli(AsciiNumber.parseLong(parts.group(1))),
                        AsciiNumber.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /// The time in a field, as precise as the present one as long as the clock time of a day, a month or a year is
    /// still midday.
    ///
    /// @param present time of the play
    /// @param now the latest time is 24 hours later
    /// @return null and an error when it is no time, or one that the clocks leave out
    public static @Nullable WatchedTime read(Form form, String field, ZoneId zone, WatchedTime present, Instant now) {
        LocalDateTime local = local(form, field);
        if (local == null) {
            return null;
        }
        boolean keeps = present.precision().isDate() && local.toLocalTime().equals(LocalTime.NOON);
        return read(form, field, zone, present, keeps ? present.precision() : TimePrecision.INSTANT, now);
    }

    /// The time in a field. A time that occurs twice, when clocks are set back, is read with the offset of the
    /// present time of the play, or as the first of both.
    ///
    /// @param precision not unknown
    public static @Nullable WatchedTime read(
            Form form, String field, ZoneId zone, WatchedTime present, TimePrecision precision, Instant now) {
        LocalDateTime local = local(form, field);
        if (local == null) {
            return null;
        }
        if (precision == present.precision() && form.text(field).equals(text(present, zone))) {
            return present;
        }
        WatchedTime time = precision.isDate()
                ? WatchedTime.of(local.toLocalDate(), precision)
                : instant(form, field, local.atZone(zone), local, present);
        if (time != null && time.isOutOfRange(now)) {
            form.error(field, "library.time.range");
            return null;
        }
        return time;
    }

    private static @Nullable WatchedTime instant(
            Form form, String field, ZonedDateTime first, LocalDateTime local, WatchedTime present) {
        Instant before = present.at();
        ZonedDateTime at = before == null
                ? first
                : ZonedDateTime.ofLocal(
                        local, first.getZone(), first.getZone().getRules().getOffset(before));
        if (!at.toLocalDateTime().equals(local)) {
            form.error(field, "library.time.skipped");
            return null;
        }
        return WatchedTime.of(at.toInstant());
    }

    /// Null and an error when it is no time.
    private static @Nullable LocalDateTime local(Form form, String field) {
        String text = form.text(field);
        try {
            if (FORM.matcher(text).matches()) {
                return LocalDateTime.parse(text).truncatedTo(ChronoUnit.SECONDS);
            }
        } catch (DateTimeException noSuchTime) {
            // explained below
        }
        form.error(field, text.isEmpty() ? "form.required" : "library.time.invalid");
        return null;
    }
}
