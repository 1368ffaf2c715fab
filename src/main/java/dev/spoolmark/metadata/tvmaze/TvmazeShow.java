package dev.spoolmark.metadata.tvmaze;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowFacts.Status;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.metadata.AirTime;
import dev.spoolmark.metadata.HtmlText;
import dev.spoolmark.metadata.InvalidItemException;
import dev.spoolmark.metadata.LenientDates;
import dev.spoolmark.metadata.StrictJsonObject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a show of TVmaze. Its time of update there does not say when the facts used here changed, so it is
/// not read.
public final class TvmazeShow {

    private TvmazeShow() {}

    /// @param report called with a sentence for each value that cannot be read
    static ShowItem item(JsonNode body, List<SeasonItem> seasons, Consumer<String> report) {
        StrictJsonObject show = StrictJsonObject.of("show", body, report);
        LocalDate premiered = show.parsed("premiered", LenientDates::day, "a date");
        String name = show.text("name");
        Integer runtime = show.count("runtime");
        ShowFacts facts = new ShowFacts(
                premiered,
                show.parsed("status", TvmazeShow::status, "a status"),
                broadcast(show, seasons),
                runtime == null ? show.count("averageRuntime") : runtime,
                null,
                HtmlText.text(show.text("summary")),
                show.object("image", image -> new Images(image.text("original"), null, null), Images.NONE),
                show.texts("genres"));
        ShowItem item = new ShowItem(
                ids(show), name, LenientDates.year(show.text("premiered")), facts, List.of(), seasons, null);
        if (item.ids().isEmpty() && (item.title() == null || item.year() == null)) {
            throw new InvalidItemException("a show needs \"id\", or \"name\" and \"premiered\"");
        }
        return item;
    }

    /// Reads the show with embedded cast and images.
    public static ShowItem withSeasons(JsonNode body, Ids by, List<SeasonItem> seasons, Consumer<String> report) {
        ShowItem plain = item(body, seasons, report);
        TvmazeEmbedded.invalidValues(body).forEach(report);
        ShowFacts facts = plain.facts();
        JsonNode embedded = body.path("_embedded");
        ShowFacts illustrated = new ShowFacts(
                facts.firstAired(),
                facts.status(),
                facts.broadcast(),
                facts.runtime(),
                facts.certification(),
                facts.overview(),
                new Images(
                        facts.images().poster(),
                        TvmazeEmbedded.image(embedded, "background"),
                        TvmazeEmbedded.image(embedded, "banner")),
                facts.genres());
        return new ShowItem(
                by.merge(plain.ids()),
                plain.title(),
                plain.year(),
                illustrated,
                TvmazeEmbedded.cast(embedded),
                seasons,
                null,
                TvmazeEmbedded.otherTitles(embedded));
    }

    private static Ids ids(StrictJsonObject show) {
        Long id = show.number("id");
        Ids others = show.object(
                "externals",
                object -> new Ids(object.text("imdb"), object.number("thetvdb"), null, object.number("tvrage"), null),
                Ids.NONE);
        return others.merge(id == null ? Ids.NONE : Ids.ofTvmaze(id));
    }

    private static Broadcast broadcast(StrictJsonObject show, List<SeasonItem> seasons) {
        Station onTheWeb = show.object("webChannel", TvmazeShow::station, Station.NONE);
        Station station = show.object("network", TvmazeShow::station, onTheWeb);
        DayOfWeek day = show.object("schedule", TvmazeShow::firstDay, null);
        AirTime time = show.object("schedule", at -> at.parsed("time", AirTime::parse, "a time"), null);
        Broadcast broadcast = new Broadcast(
                station.name,
                station.country,
                station.zone,
                day,
                time == null ? null : time.time(),
                time != null && time.nextDay());
        return seasons.stream()
                        .flatMap(season -> season.episodes().stream())
                        .anyMatch(episode -> isNight(episode, broadcast))
                ? broadcast.withNextDay()
                : broadcast;
    }

    /// For a show after midnight, TVmaze gives the day on which the night begins.
    private static boolean isNight(EpisodeItem episode, Broadcast broadcast) {
        LocalDate day = episode.facts().airDate();
        Instant airsAt = episode.facts().airsAt();
        return day != null && airsAt != null && broadcast.isNextDay(day, airsAt);
    }

    /// The network or web channel, whose country can be unknown.
    private record Station(
            @Nullable String name,
            @Nullable String country,
            @Nullable ZoneId zone) {

        static final Station NONE = new Station(null, null, null);
    }

    private static Station station(StrictJsonObject object) {
        Station home = object.object(
                "country",
                country ->
                        new Station(null, country.text("name"), country.parsed("timezone", ZoneId::of, "a time zone")),
                Station.NONE);
        return new Station(object.text("name"), home.country, home.zone);
    }

    private static @Nullable DayOfWeek firstDay(StrictJsonObject schedule) {
        return schedule
                .parsedTexts("days", day -> DayOfWeek.valueOf(day.strip().toUpperCase(Locale.ROOT)), "a weekday")
                .stream()
                .findFirst()
                .orElse(null);
    }

    /// `Running`, `To Be Determined` and `In Development` can all continue.
    private static Status status(String text) {
        return text.equals("Ended") ? Status.ENDED : Status.CONTINUING;
    }
}
