package dev.spoolmark.http.body;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.TextFolding;
import dev.spoolmark.core.ValueLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Parses times in all formats that clients send.
///
/// - Numbers are seconds since 1970, or milli-, micro- or nanoseconds where seconds would be later than the year
///   5000. Eight digits that form a date (`20130624`) and fourteen that form a date and a time are parsed as
///   these.
/// - ISO 8601 and similar formats: `2013-06-24`, `2013/6/24 9:00 PM`, `2013-06-24T21:00:00.000+0200`,
///   `2013-06-24 24:00:00`.
/// - RFC 2822, HTTP, `asctime`, and the output of JavaScript and Java: `Mon, 24 Jun 2013 21:00:00 GMT`,
///   `Mon Jun 24 21:00:00 2013`.
///
/// A date without a time means midnight. Without a zone, UTC is assumed. An ambiguous order of day and month
/// (`06/07/2013`) is rejected.
public final class DateTimeParser {

    /// Longer than any complete date.
    private static final int MAX_LENGTH = 80;

    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(100_000_000_000L);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("[0-9]{8}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,30}(?:\\.[0-9]{0,30})?(?:[eE]\\+?[0-9]{1,2})?");
    private static final Pattern DOT_NET = Pattern.compile("/date\\((-?[0-9]{1,16})(?:[+-][0-9]{4})?\\)/");

    private static final String TIME = "(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})"
            + "(?::(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9})[0-9]*)?)?"
            + "(?: ?(?<half>[ap])\\.?m\\.?)?";
    private static final String MONTH = "(?<month>[a-z]{3,9})\\.?";
    private static final String DAY = "(?<day>[0-9]{1,2})(?:st|nd|rd|th)?";

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<year>[0-9]{4})(?<sign>[-/.])(?<month>[0-9]{1,2})\\k<sign>" + DAY + "(?:(?: ?t ?|,? )"
                    + TIME + ")?" + "(?<zone>.*)"),
            Pattern.compile(
                    "(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})(?:[t ](?<hour>[0-9]{2}):?(?<minute>[0-9]{2})"
                            + "(?::?(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9})[0-9]*)?)?(?<half>)(?<zone>.*))?"),
            Pattern.compile("(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})(?<hour>[0-9]{2})(?<minute>[0-9]{2})"
                    + "(?<second>[0-9]{2})(?<fraction>)(?<half>)(?<zone>)"),
            Pattern.compile(DAY + "[ -]" + MONTH + ",?[ -](?<year>[0-9]{4}|[0-9]{2})(?:,? " + TIME + ")?(?<zone>.*)"),
            Pattern.compile(MONTH + " " + DAY + ",? (?<year>[0-9]{4})(?:,? " + TIME + ")?(?<zone>.*)"),
            Pattern.compile(MONTH + " " + DAY + " " + TIME + "(?<zone> [a-z+:0-9-]+)? (?<year>[0-9]{4})"));

    private static final Pattern WEEKDAY = Pattern.compile("(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,? ");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /// Two-digit years below it are in this century.
    private static final int CENTURY = 70;

    private DateTimeParser() {}

    /// The time, or empty if the text is not unambiguously one.
    public static Optional<Instant> parse(String text) {
        return read(text).map(ZonedDateTime::toInstant);
    }

    /// The date in this text, or for a number the date of that instant in `zone`. Eight digits are a date or
    /// invalid.
    public static Optional<LocalDate> date(String text, ZoneId zone) {
        String plain = plain(text);
        return isNumber(plain) && !EIGHT_DIGITS.matcher(plain).matches()
                ? number(plain).map(moment -> LocalDate.ofInstant(moment.toInstant(), zone))
                : written(plain).map(ZonedDateTime::toLocalDate);
    }

    private static Optional<ZonedDateTime> read(String text) {
        String plain = plain(text);
        return isNumber(plain) ? number(plain) : written(plain);
    }

    /// Normalizes blanks and minus signs, and converts to lower case.
    private static String plain(String text) {
        if (text.length() > MAX_LENGTH) {
            return "";
        }
        return BLANKS.matcher(TextFolding.strip(text))
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT)
                .replace('\u2212', '-');
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && compact(text).isEmpty();
    }

    /// Eight or fourteen digits that form a plausible date.
    private static Optional<ZonedDateTime> compact(String text) {
        return text.length() == 8 || text.length() == 14
                ? written(text).filter(moment -> isOfOurTime(moment.getYear()))
                : Optional.empty();
    }

    private static boolean isOfOurTime(int year) {
        return year >= ValueLimits.FIRST_PLAY.atZone(ZoneOffset.UTC).getYear() && year <= ValueLimits.LAST_YEAR;
    }

    private static Optional<ZonedDateTime> number(String text) {
        BigDecimal seconds = AsciiNumber.parseDecimal(text);
        while (seconds.abs().compareTo(LAST_SECOND) >= 0) {
            seconds = seconds.divide(THOUSAND, 9, RoundingMode.FLOOR);
        }
        BigDecimal[] parts =
                seconds.multiply(NANOS).setScale(0, RoundingMode.FLOOR).divideAndRemainder(NANOS);
        return Optional.of(Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact())
                .atZone(ZoneOffset.UTC));
    }

    private static Optional<ZonedDateTime> written(String plain) {
        Matcher dotNet = DOT_NET.matcher(plain);
        if (dotNet.matches()) {
            return Optional.of(
                    Instant.ofEpochMilli(AsciiNumber.parseLong(dotNet.group(1))).atZone(ZoneOffset.UTC));
        }
        String text =
                WEEKDAY.matcher(plain).lookingAt() ? WEEKDAY.matcher(plain).replaceFirst("") : plain;
        return FORMS.stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(DateTimeParser::moment);
    }

    private static Optional<ZonedDateTime> moment(Matcher found) {
        try {
            boolean timed = found.group("hour") != null;
            LocalDateTime local = LocalDate.of(
                            year(found.group("year")), month(found.group("month")), value(found.group("day")))
                    .atStartOfDay();
            return ZoneParser.of(found.group("zone"), timed)
                    .map(zone -> (timed ? atTime(local, found) : local).atZone(zone));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static LocalDateTime atTime(LocalDateTime day, Matcher found) {
        int hour = hour(value(found.group("hour")), found.group("half"));
        int minute = value(found.group("minute"));
        int second = value(found.group("second"));
        int nano = nanos(found.group("fraction"));
        boolean isMidnight = hour == 24 && minute == 0 && second == 0 && nano == 0;
        boolean isLeapSecond = second == 60 && minute == 59;
        if ((hour > 23 && !isMidnight) || minute > 59 || (second > 59 && !isLeapSecond)) {
            throw new DateTimeException("no such time");
        }
        return day.plusHours(hour).plusMinutes(minute).plusSeconds(second).plusNanos(nano);
    }

    private static int hour(int hour, @Nullable String amPm) {
        if (amPm == null || amPm.isEmpty()) {
            return hour;
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("no hour of half a day");
        }
        return hour % 12 + (amPm.equals("p") ? 12 : 0);
    }

    private static int year(String digits) {
        int year = value(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year < CENTURY ? 2000 + year : 1900 + year;
    }

    private static int month(String name) {
        if (name.charAt(0) <= '9') {
            return value(name);
        }
        for (int month = 1; month <= MONTHS.size(); month++) {
            if (MONTHS.get(month - 1).startsWith(name)) {
                return month;
            }
        }
        throw new DateTimeException("no such month");
    }

    /// At most four ASCII digits.
    private static int value(@Nullable String digits) {
        int value = 0;
        for (int i = 0; digits != null && i < digits.length(); i++) {
            value = value * 10 + (digits.charAt(i) - '0');
        }
        return value;
    }

    private static int nanos(@Nullable String fraction) {
        int nanos = value(fraction);
        for (int i = fraction == null ? 9 : fraction.length(); i < 9; i++) {
            nanos *= 10;
        }
        return nanos;
    }
}
