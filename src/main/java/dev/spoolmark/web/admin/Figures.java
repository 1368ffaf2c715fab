package dev.spoolmark.web.admin;

import dev.spoolmark.web.Layout;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers, sizes and times as administrators read them.
public final class Figures {

    private static final long STEP = 1_000;
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private Figures() {}

    /// A size in decimal units: `12.3 MB`.
    public static String bytes(Layout layout, long bytes) {
        Locale language = layout.text().language();
        if (bytes < STEP) {
            return layout.formats().number(bytes) + " B";
        }
        double value = bytes;
        int unit = 0;
        while (value >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        return String.format(language, "%.1f %s", value, UNITS[unit]);
    }

    /// Day and time, or a dash.
    public static String time(Layout layout, @Nullable Instant instant) {
        return instant == null ? "–" : layout.formats().dateTime(instant);
    }

    /// A duration in its largest unit, rounded down: `3 minutes`.
    public static String duration(Layout layout, Duration duration) {
        if (duration.toDays() > 0) {
            return layout.text().count("admin.days", duration.toDays());
        }
        if (duration.toHours() > 0) {
            return layout.text().count("admin.hours", duration.toHours());
        }
        return duration.toMinutes() > 0
                ? layout.text().count("admin.minutes", duration.toMinutes())
                : layout.text().count("admin.seconds", duration.toSeconds());
    }
}
