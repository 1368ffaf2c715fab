package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.FactMerge;
import dev.spoolmark.catalog.ingest.InputCleaner;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The network of a show, and its weekly time slot in the time zone of the network.
///
/// @param nextDay whether the time is after the midnight that ends the day: what is announced for the night
///     of Monday at 00:35 or 24:35 airs on Tuesday
public record Broadcast(
        @Nullable String network,
        @Nullable String country,
        @Nullable ZoneId zone,
        @Nullable DayOfWeek day,
        @Nullable LocalTime time,
        boolean nextDay) {

    public static final Broadcast NONE = new Broadcast(null, null, null, null, null);

    /// The zone of shows whose zone is unknown; the zone of dates in v1
    /// (`docs/spec/v1/conventions.md#times`).
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("America/Los_Angeles");

    /// A time before it may belong to the night before.
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    public Broadcast {
        network = InputCleaner.proseLine(network);
        country = InputCleaner.proseLine(country);
        nextDay = nextDay && time != null;
    }

    public Broadcast(
            @Nullable String network,
            @Nullable String country,
            @Nullable ZoneId zone,
            @Nullable DayOfWeek day,
            @Nullable LocalTime time) {
        this(network, country, zone, day, time, false);
    }

    public Broadcast withNextDay() {
        return new Broadcast(network, country, zone, day, time, true);
    }

    /// @return whether an episode of this date that airs at this instant shows that the time is after the
    ///     midnight that ends the day
    public boolean isNextDay(LocalDate date, Instant airsAt) {
        ZonedDateTime local = airsAt.atZone(zoneOrDefault());
        return local.toLocalDate().equals(date.plusDays(1))
                && local.toLocalTime().equals(time)
                && local.toLocalTime().isBefore(MORNING);
    }

    public ZoneId zoneOrDefault() {
        return zone == null ? DEFAULT_ZONE : zone;
    }

    /// @return when an episode of this date airs; empty if the time of day is unknown
    public Optional<ZonedDateTime> momentOn(LocalDate date) {
        return Optional.ofNullable(time)
                .map(known -> date.plusDays(nextDay ? 1 : 0).atTime(known).atZone(zoneOrDefault()));
    }

    /// @return when an episode of this date airs; the start of the day if the time of day is unknown
    Instant instantOn(LocalDate date) {
        return momentOn(date)
                .orElseGet(() -> date.atStartOfDay(zoneOrDefault()))
                .toInstant();
    }

    /// @return the date of an episode that airs at this instant
    LocalDate dayOf(Instant instant) {
        ZonedDateTime local = instant.atZone(zoneOrDefault());
        boolean ofNightBefore = nextDay && local.toLocalTime().isBefore(MORNING);
        return local.toLocalDate().minusDays(ofNightBefore ? 1 : 0);
    }

    Broadcast merge(Broadcast newer) {
        return new Broadcast(
                FactMerge.newer(network, newer.network),
                FactMerge.newer(country, newer.country),
                FactMerge.newer(zone, newer.zone),
                FactMerge.newer(day, newer.day),
                FactMerge.newer(time, newer.time),
                newer.time == null ? nextDay : newer.nextDay);
    }
}
