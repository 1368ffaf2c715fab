package dev.spoolmark.transfer;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times in an archive: `2025-11-02T20:15:00.000Z`.
final class ExportTime {

    /// The value for an unknown time of a play. Readers of the layout take it for an unknown time.
    static final String UNKNOWN = "1970-01-01T00:00:00.000Z";

    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private ExportTime() {}

    static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    static @Nullable String orNull(@Nullable Instant instant) {
        return instant == null ? null : of(instant);
    }

    static String orUnknown(@Nullable Instant instant) {
        return instant == null ? UNKNOWN : of(instant);
    }
}
