package dev.spoolmark.api.v1.model;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.RatingTotals;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A show in a response (`docs/spec/v1/conventions.md#show`). Unknown texts are empty, unknown numbers 0.
public final class V1Show {

    private V1Show() {}

    public static JsonObject of(Show show, V1Extended extended, V1Links links, RatingTotals totals) {
        return switch (extended) {
            case MIN -> min(show);
            case NORMAL -> normal(show, links);
            case FULL -> full(show, links, totals);
        };
    }

    public static JsonObject min(Show show) {
        return putIds(
                new JsonObject().put("title", show.title()).put("year", V1Values.orZero(show.year())), show.ids());
    }

    public static JsonObject normal(Show show, V1Links links) {
        return min(show)
                .put("url", links.show(show.slug()))
                .put("images", images(show, links))
                .put("genres", show.facts().genres());
    }

    public static JsonObject full(Show show, V1Links links, RatingTotals totals) {
        ShowFacts facts = show.facts();
        Broadcast broadcast = facts.broadcast();
        JsonObject object = new JsonObject()
                .put("title", show.title())
                .put("year", V1Values.orZero(show.year()))
                .put("url", links.show(show.slug()));
        putFirstAired(object, show);
        object.put("country", V1Values.orEmpty(broadcast.country()))
                .put("overview", V1Values.orEmpty(facts.overview()))
                .put("runtime", V1Values.orZero(facts.runtime()))
                .put("status", facts.status() == null ? "" : facts.status().key())
                .put("network", V1Values.orEmpty(broadcast.network()));
        putWeekly(object, show);
        return putIds(object.put("certification", V1Values.orEmpty(facts.certification())), show.ids())
                .put("last_updated", V1Times.seconds(show.updatedAt()))
                .put("images", images(show, links))
                .put("genres", facts.genres())
                .put("ratings", V1Rating.totals(totals));
    }

    /// Some responses contain these two ids as texts, as recorded (`docs/spec/v1/conventions.md#show`).
    public static JsonObject withTextIds(JsonObject json, Show show) {
        return json.put("tvdb_id", Long.toString(V1Values.orZero(show.ids().tvdb())))
                .put("tvrage_id", Long.toString(V1Values.orZero(show.ids().tvrage())));
    }

    public static String poster(Show show, V1Links links) {
        return links.image("posters", show.id(), show.facts().images().poster(), "poster-dark");
    }

    public static JsonObject images(Show show, V1Links links) {
        return new JsonObject()
                .put("poster", poster(show, links))
                .put(
                        "fanart",
                        links.image("fanart", show.id(), show.facts().images().fanart(), "fanart-dark"))
                .put(
                        "banner",
                        links.image("banners", show.id(), show.facts().images().banner(), "banner"));
    }

    private static JsonObject putIds(JsonObject object, Ids ids) {
        return object.put("imdb_id", V1Values.orEmpty(ids.imdb()))
                .put("tvdb_id", V1Values.orZero(ids.tvdb()))
                .put("tvrage_id", V1Values.orZero(ids.tvrage()));
    }

    private static void putFirstAired(JsonObject object, Show show) {
        LocalDate day = show.facts().firstAired();
        Broadcast broadcast = show.facts().broadcast();
        object.put("first_aired", V1Times.midnight(day));
        Optional.ofNullable(day)
                .flatMap(broadcast::momentOn)
                .ifPresentOrElse(
                        moment -> object.put("first_aired_iso", V1Times.iso(moment.toInstant(), moment.getZone()))
                                .put("first_aired_utc", moment.toEpochSecond()),
                        () -> object.put("first_aired_iso", "").put("first_aired_utc", 0));
    }

    /// Weekday and time of day, at the place of broadcast and in UTC.
    private static void putWeekly(JsonObject object, Show show) {
        Broadcast broadcast = show.facts().broadcast();
        DayOfWeek day = broadcast.day();
        Optional<ZonedDateTime> utc = day == null
                ? Optional.empty()
                : broadcast
                        .momentOn(nearestDate(day, show.facts().firstAired()))
                        .map(moment -> moment.withZoneSameInstant(ZoneOffset.UTC));
        object.put("air_day", key(day))
                .put(
                        "air_day_utc",
                        utc.map(moment -> key(moment.getDayOfWeek())).orElse(""))
                .put("air_time", V1Times.twelveHours(broadcast.time()))
                .put(
                        "air_time_utc",
                        utc.map(moment -> V1Times.twelveHours(moment.toLocalTime()))
                                .orElse(""));
    }

    /// A date with that weekday near the first broadcast, so that daylight saving time is applied as it was
    /// then.
    private static LocalDate nearestDate(DayOfWeek day, @Nullable LocalDate firstAired) {
        LocalDate from = firstAired == null ? LocalDate.of(2010, 1, 4) : firstAired;
        return from.with(TemporalAdjusters.nextOrSame(day));
    }

    private static String key(@Nullable DayOfWeek day) {
        return day == null ? "" : day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
