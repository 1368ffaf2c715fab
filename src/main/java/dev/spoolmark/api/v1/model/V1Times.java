package dev.spoolmark.api.v1.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times as v1 writes them: whole seconds, and days as the midnight of the Pacific coast
/// (`docs/spec/v1/conventions.md#times`).
public final class V1Times {

    public static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final DateTimeFormatter TWELVE_HOURS = DateTimeFormatter.ofPattern("h:mma", Locale.ENGLISH);

    private V1Times() {}

    /// Midnight of that day on the Pacific coast, 0 when the day is not known.
    public static long midnight(@Nullable LocalDate day) {
        return day == null ? 0 : day.atStartOfDay(PACIFIC).toEpochSecond();
    }

    /// The moment at which a clock on the Pacific coast shows this. A time that is skipped there when summer time
    /// begins is the moment at which it begins, so that what airs later elsewhere never comes out earlier.
    static long asIfPacific(LocalDateTime local) {
        ZoneOffsetTransition change = PACIFIC.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.toEpochSecond()
                : local.atZone(PACIFIC).toEpochSecond();
    }

    public static long seconds(@Nullable Instant instant) {
        return instant == null ? 0 : instant.getEpochSecond();
    }

    /// The instant with the offset of a place, such as `2010-10-31T21:00:00-04:00`; empty when not known.
    public static String iso(@Nullable Instant instant, @Nullable ZoneId zone) {
        return instant == null
                ? ""
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone == null ? PACIFIC : zone));
    }

    /// `9:00pm`.
    static String twelveHours(@Nullable LocalTime time) {
        return time == null ? "" : TWELVE_HOURS.format(time).toLowerCase(Locale.ENGLISH);
    }
}
