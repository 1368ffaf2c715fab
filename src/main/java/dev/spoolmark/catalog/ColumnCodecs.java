package dev.spoolmark.catalog;

import dev.spoolmark.core.AsciiNumber;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Conversions between column values and days, times and lists.
final class ColumnCodecs {

    /// Selects the genres of the item whose id is `%s`, in their order, one per line.
    static final String GENRES = """
            (SELECT string_agg(g.genre, '\n' ORDER BY g.position) FROM item_genre g WHERE g.kind = %d AND g.item_id = %s)""";

    /// Selects the external ids of the item whose id is `%s`.
    static final String IDS = """
            (SELECT string_agg(x.provider || ':' || x.value, ' ' ORDER BY x.provider)
             FROM external_id x WHERE x.kind = %d AND x.item_id = %s AND NOT x.superseded)""";

    private static final int HOURS = 24;
    private static final int HOUR_DIGITS = 2;

    private ColumnCodecs() {}

    static String ids(Kind kind, String column) {
        return String.format(Locale.ROOT, IDS, kind.number(), column);
    }

    static String genres(Kind kind, String column) {
        return String.format(Locale.ROOT, GENRES, kind.number(), column);
    }

    static List<String> lines(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split("\n", -1));
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /// Formats a time as `HH:MM`. Hours after midnight of the same broadcast day count on from 24.
    static @Nullable LocalTime nightTime(@Nullable String text) {
        return text == null
                ? null
                : LocalTime.parse("00" + text.substring(HOUR_DIGITS)).withHour(hour(text) % HOURS);
    }

    private static int hour(String text) {
        return AsciiNumber.parseInt(text.substring(0, HOUR_DIGITS));
    }

    static boolean isNextDay(@Nullable String text) {
        return text != null && hour(text) >= HOURS;
    }

    static @Nullable String nightTime(@Nullable LocalTime time, boolean nextDay) {
        return time == null || !nextDay
                ? text(time)
                : (time.getHour() + HOURS) + time.toString().substring(HOUR_DIGITS);
    }

    /// @return null if this JDK does not know the zone, since another JDK may have stored it
    static @Nullable ZoneId zone(@Nullable String text) {
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    static @Nullable DayOfWeek day(@Nullable String text) {
        return text == null ? null : DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
    }

    static @Nullable String key(@Nullable DayOfWeek day) {
        return day == null ? null : day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
