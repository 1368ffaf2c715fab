package dev.spoolmark.metadata;

import dev.spoolmark.core.AsciiNumber;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A time of day at which a show airs, in the formats of the sources: `21:00`, `9:30 PM`, `25:15`.
///
/// @param nextDay whether it is after the midnight that ends the day of the broadcast: stations count on to
///     29:59, so that 25:15 of Monday is 01:15 of Tuesday
public record AirTime(LocalTime time, boolean nextDay) {

    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,2}):([0-9]{2})(?::[0-9]{2}(?:\\.[0-9]+)?)?(?: ?([ap])\\.?m\\.?)?");

    private static final int HOURS = 24;
    private static final int NOON = 12;
    private static final int LAST_HOUR = 2 * HOURS - 1;

    /// @throws DateTimeException if the text is not a time
    public static AirTime parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new DateTimeException("no time of day");
        }
        int hour = hour(AsciiNumber.parseInt(form.group(1)), form.group(3));
        LocalTime time = LocalTime.of(hour % HOURS, AsciiNumber.parseInt(form.group(2)));
        return new AirTime(time, hour >= HOURS);
    }

    private static int hour(int hour, @Nullable String amPm) {
        if (amPm == null) {
            if (hour > LAST_HOUR) {
                throw new DateTimeException("no hour of a day or the night after it");
            }
            return hour;
        }
        if (hour < 1 || hour > NOON) {
            throw new DateTimeException("no hour of half a day");
        }
        return hour % NOON + (amPm.equals("p") ? NOON : 0);
    }
}
