package dev.spoolmark.transfer.file;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.history.WatchedTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Values of cells and properties, as different trackers write them. All methods return null or empty for a value that
/// says nothing.
public final class CellValues {

    private static final Set<String> NOTHING = Set.of("", "null", "none", "n/a", "nan", "unknown", "-");
    private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,18})(?:[.,]0+)?");
    private static final Pattern YEAR = Pattern.compile("(1[89]\\d\\d|2[01]\\d\\d)(?:[.,]0+)?(?:[-–].*)?");
    private static final Pattern SCORE = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,4})?)(?:\\s*/\\s*\\d+)?");
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern TRUE = Pattern.compile("(?i)true|yes|y|1|x|ja|oui|si|sí");

    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd")
            .optionalStart()
            .appendLiteral('T')
            .optionalEnd()
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .appendPattern("HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalEnd()
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter ZONED = new DateTimeFormatterBuilder()
            .append(LOCAL)
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .appendOffset("+HH:mm", "Z")
            .toFormatter(Locale.ROOT);

    private CellValues() {}

    /// Whether a cell says that there is no value.
    public static boolean isNothing(String cell) {
        return NOTHING.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /// A whole number, also one that a spreadsheet has given a fraction of zero.
    public static @Nullable Long number(String cell) {
        Matcher digits = NUMBER.matcher(cell.strip());
        return digits.matches() ? AsciiNumber.parseLong(digits.group(1)) : null;
    }

    /// A whole number that is not negative and not above 100,000, such as a season.
    public static @Nullable Integer count(String cell) {
        Long number = number(cell);
        return number == null || number < 0 || number > 100_000 ? null : number.intValue();
    }

    /// A number that identifies something. 0 and negative numbers mean that there is none.
    public static @Nullable Long id(String cell) {
        Long number = number(cell);
        return number == null || number <= 0 ? null : number;
    }

    /// An IMDb id, with its letters and zeros: `1234567` is `tt1234567`. An id of a person is kept.
    public static @Nullable String imdb(String cell) {
        String text = cell.strip().toLowerCase(Locale.ROOT);
        if (text.matches("(tt|nm)\\d{7,10}")) {
            return text;
        }
        Long digits = id(text.startsWith("tt") ? text.substring(2) : text);
        return digits == null ? null : String.format(Locale.ROOT, "tt%07d", digits);
    }

    /// Ids of a movie or show.
    public static Ids ids(String imdb, String tmdb, String tvdb) {
        return new Ids(imdb(imdb), id(tvdb), id(tmdb), null, null);
    }

    /// A year, also `2019.0` and the first one of `2019–2021`.
    public static @Nullable Integer year(String cell) {
        Matcher digits = YEAR.matcher(cell.strip());
        return digits.matches() ? AsciiNumber.parseInt(digits.group(1)) : null;
    }

    /// A score on a scale, as one from 1 to 10. 0 and nothing mean that there is none.
    ///
    /// @param highest of the scale, such as 5
    public static @Nullable Double score(String cell, double highest) {
        Matcher number = SCORE.matcher(cell.strip());
        if (!number.matches()) {
            return null;
        }
        double score =
                AsciiNumber.parseDecimal(number.group(1).replace(',', '.')).doubleValue() * 10 / highest;
        return score <= 0 || score > 10 ? null : Math.max(1, score);
    }

    public static boolean isTrue(String cell) {
        return TRUE.matcher(cell.strip()).matches();
    }

    /// A time: ISO 8601 with an offset, or without one in a zone; a day; `2020-03` and `2020` with zeros behind. Times
    /// that trackers write if they know none, such as the beginning of 1970, are unknown.
    ///
    /// @param zone of times without an offset
    /// @return empty if it cannot be read
    public static Optional<WatchedTime> time(String cell, ZoneId zone) {
        String text = cell.strip();
        if (isNothing(text)) {
            return Optional.of(WatchedTime.UNKNOWN);
        }
        try {
            Instant utc = UtcTimes.parse(text);
            if (utc != null) {
                return Optional.of(known(utc));
            }
            Matcher date = DATE.matcher(text);
            return Optional.of(date.matches() ? date(date) : instant(text, zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The same as an instant: 12:00 UTC of a day. Null if it is unknown or cannot be read.
    public static @Nullable Instant instant(String cell) {
        return time(cell, ZoneOffset.UTC).map(WatchedTime::at).orElse(null);
    }

    private static WatchedTime date(Matcher date) {
        int year = AsciiNumber.parseInt(date.group(1));
        int month = AsciiNumber.parseInt(date.group(2));
        int day = AsciiNumber.parseInt(date.group(3));
        if (isNoYear(year)) {
            return WatchedTime.UNKNOWN;
        }
        if (month == 0) {
            return WatchedTime.of(Year.of(year));
        }
        return day == 0 ? WatchedTime.of(YearMonth.of(year, month)) : WatchedTime.of(LocalDate.of(year, month, day));
    }

    private static WatchedTime instant(String text, ZoneId zone) {
        Instant at = hasOffset(text)
                ? OffsetDateTime.parse(text, ZONED).toInstant()
                : LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant();
        return known(at);
    }

    private static boolean hasOffset(String text) {
        return text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
    }

    /// An instant of a file, with milliseconds; the beginning of 1970 and years before 1900 are unknown.
    public static WatchedTime known(Instant at) {
        boolean isKnown = at.getEpochSecond() != 0
                && !isNoYear(at.atOffset(ZoneOffset.UTC).getYear());
        return isKnown ? WatchedTime.of(Instant.ofEpochMilli(at.toEpochMilli())) : WatchedTime.UNKNOWN;
    }

    private static boolean isNoYear(int year) {
        return year < 1900;
    }
}
