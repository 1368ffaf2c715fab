package dev.spoolmark.catalog;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Who airs a show, and when in the week, where it airs.
public record Broadcast(
        @Nullable String network,
        @Nullable String country,
        @Nullable ZoneId zone,
        @Nullable DayOfWeek day,
        @Nullable LocalTime time) {

    public static final Broadcast NONE = new Broadcast(null, null, null, null, null);

    /// Days of shows whose place is unknown are counted here, as the days of the wire are (`conventions.md` 6).
    public static final ZoneId USUAL_ZONE = ZoneId.of("America/Los_Angeles");

    public Broadcast {
        network = Given.proseLine(network);
        country = Given.line(country);
    }

    public ZoneId zoneOrUsual() {
        return zone == null ? USUAL_ZONE : zone;
    }

    /// The instant at which something of that day airs; the day's first one when the time of day is unknown.
    Instant instantOn(LocalDate date) {
        return date.atTime(time == null ? LocalTime.MIDNIGHT : time)
                .atZone(zoneOrUsual())
                .toInstant();
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zoneOrUsual());
    }

    Broadcast merge(Broadcast newer) {
        return new Broadcast(
                Facts.newer(network, newer.network),
                Facts.newer(country, newer.country),
                Facts.newer(zone, newer.zone),
                Facts.newer(day, newer.day),
                Facts.newer(time, newer.time));
    }
}
