package dev.spoolmark.api.v1.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Times in the format of v1: whole seconds, and dates as midnight Pacific time
/// (`docs/spec/v1/conventions.md#times`).
public final class V1Times {

    /// The parameters of reads that are times (`docs/spec/v1/conventions.md#forms-of-a-moment`).
    public static final Set<String> PARAMETERS = Set.of("date", "end_ts", "start_ts", "timestamp");

    public static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final DateTimeFormatter TWELVE_HOURS = DateTimeFormatter.ofPattern("h:mma", Locale.ENGLISH);

    private V1Times() {}

    /// Midnight of that day in Pacific time, 0 if the day is unknown.
    public static long midnight(@Nullable LocalDate day) {
        return day == null ? 0 : day.atStartOfDay(PACIFIC).toEpochSecond();
    }

    /// The instant at which Pacific local time has this value. A local time that is skipped at the start of
    /// daylight saving time results in the instant of the change, so that the order of air times is preserved.
    static long asIfPacific(LocalDateTime local) {
        ZoneOffsetTransition change = PACIFIC.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.toEpochSecond()
                : local.atZone(PACIFIC).toEpochSecond();
    }

    public static long seconds(@Nullable Instant instant) {
        return instant == null ? 0 : instant.getEpochSecond();
    }

    /// The instant with the offset of a zone, such as `2010-10-31T21:00:00-04:00`; empty if unknown.
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
