package dev.spoolmark.metadata.tvdb;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowFacts.Status;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.metadata.AirTime;
import dev.spoolmark.metadata.EpisodeCollector;
import dev.spoolmark.metadata.InvalidItemException;
import dev.spoolmark.metadata.InvalidValueReport;
import dev.spoolmark.metadata.InvalidValueReport.Form;
import dev.spoolmark.metadata.LenientJson;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a show of TheTVDB.
public final class TvdbShow {

    private static final Map<String, Form> SHOW = Map.ofEntries(
            Map.entry("id", Form.NUMBER),
            Map.entry("name", Form.TEXT),
            Map.entry("firstAired", Form.DATE),
            Map.entry("status", Form.OBJECT),
            Map.entry("averageRuntime", Form.COUNT),
            Map.entry("overview", Form.TEXT),
            Map.entry("image", Form.TEXT),
            Map.entry("genres", Form.LIST),
            Map.entry("remoteIds", Form.LIST),
            Map.entry("originalCountry", Form.TEXT),
            Map.entry("originalLanguage", Form.TEXT),
            Map.entry("originalNetwork", Form.OBJECT),
            Map.entry("airsDays", Form.OBJECT),
            Map.entry("airsTime", Form.TIME),
            Map.entry("contentRatings", Form.LIST),
            Map.entry("translations", Form.OBJECT),
            Map.entry("status.name", Form.TEXT),
            Map.entry("genres.*.name", Form.TEXT),
            Map.entry("remoteIds.*.id", Form.TEXT),
            Map.entry("remoteIds.*.sourceName", Form.TEXT),
            Map.entry("originalNetwork.name", Form.TEXT),
            Map.entry("contentRatings.*.name", Form.TEXT),
            Map.entry("contentRatings.*.country", Form.TEXT),
            Map.entry("translations.nameTranslations", Form.LIST),
            Map.entry("translations.nameTranslations.*.name", Form.TEXT),
            Map.entry("translations.nameTranslations.*.language", Form.TEXT),
            Map.entry("translations.overviewTranslations", Form.LIST),
            Map.entry("translations.overviewTranslations.*.overview", Form.TEXT),
            Map.entry("translations.overviewTranslations.*.language", Form.TEXT),
            Map.entry("aliases.*.name", Form.TEXT),
            Map.entry("aliases.*.language", Form.TEXT),
            Map.entry("aliases", Form.LIST));

    private static final Map<String, Form> EPISODE = Map.of(
            "id", Form.NUMBER,
            "seasonNumber", Form.COUNT,
            "number", Form.COUNT,
            "name", Form.TEXT,
            "overview", Form.TEXT,
            "aired", Form.DATE,
            "runtime", Form.COUNT,
            "image", Form.TEXT);

    private TvdbShow() {}

    /// @return the values that cannot be read, one line each
    public static List<String> invalidValues(JsonNode body) {
        return InvalidValueReport.in(body, SHOW);
    }

    /// @param id the id in the request
    public static ShowItem item(long id, JsonNode body, List<SeasonItem> seasons) {
        LocalDate first = LenientJson.date(body, "firstAired");
        ShowFacts facts = new ShowFacts(
                first,
                LenientJson.text(body.path("status"), "name")
                        .map(TvdbShow::status)
                        .orElse(null),
                broadcast(body),
                LenientJson.count(body, "averageRuntime"),
                certification(body),
                TvdbTexts.overview(body),
                new Images(LenientJson.textOrNull(body, "image"), null, null),
                body.path("genres")
                        .valueStream()
                        .flatMap(genre -> LenientJson.text(genre, "name").stream())
                        .toList());
        return new ShowItem(
                ids(id, body),
                TvdbTexts.title(body),
                LenientJson.year(body, "firstAired"),
                facts,
                List.of(),
                seasons,
                null,
                TvdbTexts.otherTitles(body));
    }

    /// @param english translations by episode id
    public static void addTo(EpisodeCollector episodes, JsonNode episode, Map<Long, JsonNode> english) {
        Integer season = LenientJson.count(episode, "seasonNumber");
        Integer number = LenientJson.count(episode, "number");
        if (!episode.isObject()) {
            episodes.unreadable(new InvalidItemException("an episode must be an object"));
        } else if (season == null
                || number == null
                || season > ValueLimits.LAST_SEASON
                || number > ValueLimits.LAST_EPISODE) {
            EpisodeItem special = episode(episode, english, 0);
            episodes.special(special.facts().title(), special);
        } else {
            episodes.put(season, episode(episode, english, number));
        }
        InvalidValueReport.in("episode " + season + "x" + number, episode, EPISODE)
                .forEach(episodes::warning);
    }

    private static EpisodeItem episode(JsonNode episode, Map<Long, JsonNode> english, int number) {
        Long id = LenientJson.number(episode, "id");
        JsonNode texts = id == null ? episode : english.getOrDefault(id, episode);
        EpisodeFacts facts = new EpisodeFacts(
                TvdbTexts.either(texts, episode, "name"),
                TvdbTexts.either(texts, episode, "overview"),
                LenientJson.date(episode, "aired"),
                null,
                LenientJson.count(episode, "runtime"),
                LenientJson.textOrNull(episode, "image"));
        boolean unreadable = !InvalidValueReport.in(episode, EPISODE).isEmpty();
        return new EpisodeItem(number, id == null ? Ids.NONE : Ids.ofTvdb(id), facts, unreadable);
    }

    private static Ids ids(long id, JsonNode body) {
        String imdb = body.path("remoteIds")
                .valueStream()
                .filter(remote -> remote.path("sourceName").asString("").equals("IMDB"))
                .flatMap(remote -> LenientJson.text(remote, "id").stream())
                .findFirst()
                .orElse(null);
        Long own = LenientJson.id(body, "id");
        return new Ids(imdb, own == null ? Long.valueOf(id) : own, null, null, null);
    }

    private static Broadcast broadcast(JsonNode body) {
        String country = LenientJson.text(body, "originalCountry")
                .flatMap(TvdbShow::country)
                .orElse(null);
        AirTime time = LenientJson.time(body, "airsTime").orElse(null);
        return new Broadcast(
                LenientJson.textOrNull(body.path("originalNetwork"), "name"),
                country,
                null,
                day(body.path("airsDays")),
                time == null ? null : time.time(),
                time != null && time.nextDay());
    }

    /// TheTVDB uses country codes of three letters.
    private static Optional<String> country(String code) {
        return Stream.of(Locale.getISOCountries())
                .map(two -> Locale.of("", two))
                .filter(locale -> locale.getISO3Country().equalsIgnoreCase(code))
                .map(locale -> locale.getDisplayCountry(Locale.ENGLISH))
                .findFirst();
    }

    private static @Nullable DayOfWeek day(JsonNode days) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> days.path(day.name().toLowerCase(Locale.ROOT)).asBoolean(false))
                .findFirst()
                .orElse(null);
    }

    private static Status status(String text) {
        return text.equals("Ended") ? Status.ENDED : Status.CONTINUING;
    }

    private static @Nullable String certification(JsonNode body) {
        return body.path("contentRatings")
                .valueStream()
                .filter(rating -> rating.path("country").asString("").equals("usa"))
                .flatMap(rating -> LenientJson.text(rating, "name").stream())
                .findFirst()
                .orElse(null);
    }
}
