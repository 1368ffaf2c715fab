package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.lookup.TitleYearParser;
import dev.spoolmark.core.HtmlEntities;
import dev.spoolmark.core.TextFolding;
import dev.spoolmark.core.ValueLimits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Normalises values of clients and files. A value without content counts as absent
/// (`docs/spec/v1/conventions.md#values-in-requests`). All methods return null for an absent value.
public final class InputCleaner {

    private static final int LONGEST_TITLE = 500;

    /// Each character can be written as a character reference, and that again.
    private static final int LONGEST_ENCODED = 20 * LONGEST_TITLE;

    private static final int IMDB_LETTERS = 2;
    private static final int LAST_YEAR = 9_999;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private InputCleaner() {}

    /// A text on one line.
    static @Nullable public String line(@Nullable String text) {
        String clean = text(text);
        return clean == null ? null : emptyIsAbsent(withoutBreaks(clean).strip());
    }

    /// A title or name, with HTML character references decoded. Null if it is longer than any title or has no
    /// visible characters.
    static @Nullable public String title(@Nullable String text) {
        String line = text == null || text.length() > LONGEST_ENCODED ? null : proseLine(text);
        return line == null || line.length() > LONGEST_TITLE ? null : line;
    }

    /// A line that may contain HTML character references, without white space and invisible characters at its
    /// ends.
    static @Nullable public String proseLine(@Nullable String text) {
        String line = line(text == null ? null : HtmlEntities.decode(text));
        if (line == null || isAscii(line)) {
            return line;
        }
        return TextFolding.isBlank(line) ? null : TextFolding.strip(line);
    }

    /// A text that may contain HTML character references.
    static @Nullable public String prose(@Nullable String text) {
        return text(text == null ? null : HtmlEntities.decode(text));
    }

    /// A text without characters that no database stores: NUL and lone surrogates.
    static @Nullable String text(@Nullable String text) {
        return text == null ? null : emptyIsAbsent(storable(text).strip());
    }

    /// A slug in lower case.
    static @Nullable public String slug(@Nullable String text) {
        String clean = text(text);
        return clean == null ? null : clean.toLowerCase(Locale.ROOT);
    }

    /// `tt` and 7 to 10 digits, in lower case and without zeros beyond the seventh digit.
    static @Nullable public String imdb(@Nullable String text) {
        String id = lowerCase(text);
        return id != null && isImdb(id) ? withoutZeros(id) : null;
    }

    /// As [#imdb], or `nm` and as many digits: the id of a person.
    static @Nullable public String imdbOfAny(@Nullable String text) {
        String id = lowerCase(text);
        return id != null && isImdbOfPerson(id) ? withoutZeros(id) : imdb(text);
    }

    private static @Nullable String lowerCase(@Nullable String text) {
        return text == null ? null : TextFolding.strip(text).toLowerCase(Locale.ROOT);
    }

    private static String withoutZeros(String imdb) {
        int from = IMDB_LETTERS;
        while (imdb.length() - from > ValueLimits.FEWEST_IMDB_DIGITS && imdb.charAt(from) == '0') {
            from++;
        }
        return from == IMDB_LETTERS ? imdb : imdb.substring(0, IMDB_LETTERS) + imdb.substring(from);
    }

    /// @param text in lower case
    public static boolean isImdbOfPerson(String text) {
        return text.startsWith("nm") && isImdbNumber(text);
    }

    private static boolean isImdb(String text) {
        return text.startsWith("tt") && isImdbNumber(text);
    }

    private static boolean isImdbNumber(String text) {
        int digits = text.length() - IMDB_LETTERS;
        return digits >= ValueLimits.FEWEST_IMDB_DIGITS
                && digits <= ValueLimits.MAX_IMDB_DIGITS
                && isDigits(text, IMDB_LETTERS);
    }

    public static boolean isDigits(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > from;
    }

    static @Nullable public Long id(@Nullable Long number) {
        return number == null || number <= 0 || number > ValueLimits.LARGEST_ID ? null : number;
    }

    static @Nullable public Integer year(@Nullable Integer year) {
        return year == null || year < ValueLimits.FIRST_YEAR || year > ValueLimits.LAST_YEAR ? null : year;
    }

    /// The year, or else the year in brackets at the end of the title.
    static @Nullable public Integer yearOf(@Nullable String title, @Nullable Integer year) {
        Integer validYear = year(year);
        return validYear == null ? TitleYearParser.of(title) : validYear;
    }

    /// A runtime in minutes.
    static @Nullable public Integer minutes(@Nullable Integer number) {
        return number == null || number <= 0 || number > ValueLimits.LONGEST.toMinutes() ? null : number;
    }

    /// A date in the years 1 to 9999.
    static @Nullable public LocalDate date(@Nullable LocalDate date) {
        return date == null || date.getYear() < 1 || date.getYear() > LAST_YEAR ? null : date;
    }

    /// An instant in the years 1 to 9999.
    static @Nullable public Instant instant(@Nullable Instant instant) {
        return instant == null || instant.isBefore(FIRST) || instant.isAfter(LAST) ? null : instant;
    }

    /// @return at most `length` characters, never ending in half a surrogate pair
    public static String shortened(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static @Nullable String emptyIsAbsent(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String storable(String text) {
        if (!has(text, c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        return text.codePoints()
                .filter(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAscii(String text) {
        return !has(text, c -> c >= 0x80);
    }

    private static String withoutBreaks(String text) {
        return has(text, Character::isISOControl) ? text.replaceAll("\\p{Cc}+", " ") : text;
    }

    /// A loop instead of a stream: called for every title of every request.
    private static boolean has(String text, IntPredicate character) {
        for (int i = 0; i < text.length(); i++) {
            if (character.test(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
