package dev.spoolmark.metadata;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.CatalogItem.SeasonItem;
import dev.spoolmark.catalog.CatalogItem.ShowItem;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowFacts.Status;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A show as TVmaze tells it. When it changed there says nothing about the facts kept here, so that is not read.
final class TvmazeShow {

    private TvmazeShow() {}

    static ShowItem item(JsonNode body, List<SeasonItem> seasons) {
        Members show = Members.of("show", body);
        LocalDate premiered = show.parsed("premiered", LocalDate::parse, "a date");
        String name = show.needed("name");
        Integer runtime = show.count("runtime");
        ShowFacts facts = new ShowFacts(
                premiered,
                show.parsed("status", TvmazeShow::status, "a status"),
                broadcast(show),
                runtime == null ? show.count("averageRuntime") : runtime,
                null,
                Html.text(show.text("summary")),
                show.object("image", image -> new Images(image.text("original"), null, null), Images.NONE),
                show.texts("genres"));
        Integer year = premiered == null ? null : premiered.getYear();
        return new ShowItem(ids(show), name, year, facts, List.of(), seasons, null);
    }

    /// With its cast and the larger pictures, as far as they are embedded.
    static ShowItem whole(JsonNode body, Ids by, List<SeasonItem> seasons) {
        ShowItem plain = item(body, seasons);
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

    private static Ids ids(Members show) {
        Long id = show.number("id");
        if (id == null) {
            throw new Unfit("a show needs \"id\"");
        }
        Ids others = show.object(
                "externals",
                there -> new Ids(there.text("imdb"), there.number("thetvdb"), null, there.number("tvrage"), null),
                Ids.NONE);
        return others.merge(Ids.ofTvmaze(id));
    }

    private static Broadcast broadcast(Members show) {
        Station onTheWeb = show.object("webChannel", TvmazeShow::station, Station.NONE);
        Station station = show.object("network", TvmazeShow::station, onTheWeb);
        DayOfWeek day = show.object("schedule", TvmazeShow::firstDay, null);
        LocalTime time = show.object("schedule", at -> at.parsed("time", LocalTime::parse, "a time"), null);
        return new Broadcast(station.name, station.country, station.zone, day, time);
    }

    /// Who airs it: a network, or else a channel on the web, which may be at home nowhere.
    private record Station(
            @Nullable String name,
            @Nullable String country,
            @Nullable ZoneId zone) {

        static final Station NONE = new Station(null, null, null);
    }

    private static Station station(Members there) {
        Station home = there.object(
                "country",
                country ->
                        new Station(null, country.text("name"), country.parsed("timezone", ZoneId::of, "a time zone")),
                Station.NONE);
        return new Station(there.text("name"), home.country, home.zone);
    }

    private static @Nullable DayOfWeek firstDay(Members schedule) {
        return schedule.texts("days").stream()
                .findFirst()
                .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                .orElse(null);
    }

    /// `Running`, `To Be Determined` and `In Development` may all go on.
    private static Status status(String text) {
        return text.equals("Ended") ? Status.ENDED : Status.CONTINUING;
    }
}
