package dev.spoolmark.metadata;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.CatalogItem.EpisodeItem;
import dev.spoolmark.catalog.CatalogItem.SeasonItem;
import dev.spoolmark.catalog.CatalogItem.ShowItem;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowFacts.Status;
import dev.spoolmark.kernel.Bounds;
import dev.spoolmark.metadata.OddValues.Form;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A show as TheTVDB tells it.
final class TvdbShow {

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

    /// What of a show cannot be read, one line each.
    static List<String> oddValues(JsonNode body) {
        return OddValues.in(body, SHOW);
    }

    /// @param id by which it was asked for
    static ShowItem item(long id, JsonNode body, List<SeasonItem> seasons) {
        LocalDate first = Lenient.date(body, "firstAired");
        ShowFacts facts = new ShowFacts(
                first,
                Lenient.text(body.path("status"), "name").map(TvdbShow::status).orElse(null),
                broadcast(body),
                Lenient.count(body, "averageRuntime"),
                certification(body),
                TvdbWords.overview(body),
                new Images(Lenient.textOrNull(body, "image"), null, null),
                body.path("genres")
                        .valueStream()
                        .flatMap(genre -> Lenient.text(genre, "name").stream())
                        .toList());
        return new ShowItem(
                ids(id, body),
                TvdbWords.title(body),
                Lenient.year(body, "firstAired"),
                facts,
                List.of(),
                seasons,
                null,
                TvdbWords.otherTitles(body));
    }

    /// @param english what of it is translated, by the ids of episodes
    static void putOn(EpisodeShelf shelf, JsonNode episode, Map<Long, JsonNode> english) {
        Integer season = Lenient.count(episode, "seasonNumber");
        Integer number = Lenient.count(episode, "number");
        if (!episode.isObject()) {
            shelf.unreadable(new Unfit("an episode must be an object"));
        } else if (season == null || number == null || season > Bounds.LAST_SEASON || number > Bounds.LAST_EPISODE) {
            EpisodeItem special = episode(episode, english, 0);
            shelf.special(special.facts().title(), special);
        } else {
            shelf.put(season, episode(episode, english, number));
        }
        OddValues.in("episode " + season + "x" + number, episode, EPISODE).forEach(shelf::remark);
    }

    private static EpisodeItem episode(JsonNode episode, Map<Long, JsonNode> english, int number) {
        Long id = Lenient.number(episode, "id");
        JsonNode words = id == null ? episode : english.getOrDefault(id, episode);
        EpisodeFacts facts = new EpisodeFacts(
                TvdbWords.either(words, episode, "name"),
                TvdbWords.either(words, episode, "overview"),
                Lenient.date(episode, "aired"),
                null,
                Lenient.count(episode, "runtime"),
                Lenient.textOrNull(episode, "image"));
        boolean unreadable = !OddValues.in(episode, EPISODE).isEmpty();
        return new EpisodeItem(number, id == null ? Ids.NONE : Ids.ofTvdb(id), facts, unreadable);
    }

    private static Ids ids(long id, JsonNode body) {
        String imdb = body.path("remoteIds")
                .valueStream()
                .filter(remote -> remote.path("sourceName").asString("").equals("IMDB"))
                .flatMap(remote -> Lenient.text(remote, "id").stream())
                .findFirst()
                .orElse(null);
        Long own = Lenient.id(body, "id");
        return new Ids(imdb, own == null ? Long.valueOf(id) : own, null, null, null);
    }

    private static Broadcast broadcast(JsonNode body) {
        String country =
                Lenient.text(body, "originalCountry").flatMap(TvdbShow::country).orElse(null);
        AirTime time = Lenient.time(body, "airsTime").orElse(null);
        return new Broadcast(
                Lenient.textOrNull(body.path("originalNetwork"), "name"),
                country,
                null,
                day(body.path("airsDays")),
                time == null ? null : time.time(),
                time != null && time.nextDay());
    }

    /// Countries have three letters there.
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

    private static Status status(String word) {
        return word.equals("Ended") ? Status.ENDED : Status.CONTINUING;
    }

    private static @Nullable String certification(JsonNode body) {
        return body.path("contentRatings")
                .valueStream()
                .filter(rating -> rating.path("country").asString("").equals("usa"))
                .flatMap(rating -> Lenient.text(rating, "name").stream())
                .findFirst()
                .orElse(null);
    }
}
