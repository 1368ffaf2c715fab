package dev.spoolmark.metadata.tmdb;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowFacts.Status;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.metadata.EpisodeCollector;
import dev.spoolmark.metadata.InvalidItemException;
import dev.spoolmark.metadata.InvalidValueReport;
import dev.spoolmark.metadata.InvalidValueReport.Form;
import dev.spoolmark.metadata.LenientJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads movies and shows of TMDB.
public final class TmdbItem {

    private static final String PICTURES = "https://image.tmdb.org/t/p/original";
    private static final String TRAILERS = "https://youtube.com/watch?v=";
    private static final int CAST = 50;

    /// The jobs of the crew that are imported, with their names here.
    private static final Map<String, String> JOBS = Map.of(
            "Director", "Director",
            "Writer", "Writer",
            "Screenplay", "Writer",
            "Producer", "Producer",
            "Executive Producer", "Executive Producer");

    private static final Map<String, Form> MOVIE = Map.ofEntries(
            Map.entry("id", Form.NUMBER),
            Map.entry("imdb_id", Form.TEXT),
            Map.entry("title", Form.TEXT),
            Map.entry("release_date", Form.DATE),
            Map.entry("runtime", Form.COUNT),
            Map.entry("tagline", Form.TEXT),
            Map.entry("overview", Form.TEXT),
            Map.entry("poster_path", Form.TEXT),
            Map.entry("backdrop_path", Form.TEXT),
            Map.entry("original_title", Form.TEXT),
            Map.entry("original_language", Form.TEXT),
            Map.entry("genres", Form.LIST),
            Map.entry("credits", Form.OBJECT),
            Map.entry("release_dates", Form.OBJECT),
            Map.entry("videos", Form.OBJECT),
            Map.entry("alternative_titles", Form.OBJECT),
            Map.entry("translations", Form.OBJECT),
            Map.entry("genres.*.name", Form.TEXT),
            Map.entry("credits.cast", Form.LIST),
            Map.entry("credits.cast.*.id", Form.NUMBER),
            Map.entry("credits.cast.*.name", Form.TEXT),
            Map.entry("credits.cast.*.character", Form.TEXT),
            Map.entry("credits.cast.*.profile_path", Form.TEXT),
            Map.entry("credits.crew", Form.LIST),
            Map.entry("credits.crew.*.id", Form.NUMBER),
            Map.entry("credits.crew.*.name", Form.TEXT),
            Map.entry("credits.crew.*.job", Form.TEXT),
            Map.entry("credits.crew.*.profile_path", Form.TEXT),
            Map.entry("alternative_titles.titles", Form.LIST),
            Map.entry("alternative_titles.titles.*.title", Form.TEXT),
            Map.entry("alternative_titles.titles.*.iso_3166_1", Form.TEXT),
            Map.entry("translations.translations", Form.LIST),
            Map.entry("translations.translations.*.iso_639_1", Form.TEXT),
            Map.entry("translations.translations.*.iso_3166_1", Form.TEXT),
            Map.entry("translations.translations.*.data", Form.OBJECT),
            Map.entry("translations.translations.*.data.title", Form.TEXT),
            Map.entry("translations.translations.*.data.overview", Form.TEXT),
            Map.entry("recommendations.results", Form.LIST),
            Map.entry("recommendations.results.*.id", Form.NUMBER),
            Map.entry("release_dates.results", Form.LIST),
            Map.entry("release_dates.results.*.iso_3166_1", Form.TEXT),
            Map.entry("release_dates.results.*.release_dates", Form.LIST),
            Map.entry("release_dates.results.*.release_dates.*.certification", Form.TEXT),
            Map.entry("videos.results", Form.LIST),
            Map.entry("videos.results.*.site", Form.TEXT),
            Map.entry("videos.results.*.type", Form.TEXT),
            Map.entry("videos.results.*.key", Form.TEXT),
            Map.entry("recommendations", Form.OBJECT));

    private static final Map<String, Form> SHOW = Map.ofEntries(
            Map.entry("id", Form.NUMBER),
            Map.entry("name", Form.TEXT),
            Map.entry("first_air_date", Form.DATE),
            Map.entry("status", Form.TEXT),
            Map.entry("episode_run_time", Form.LIST),
            Map.entry("overview", Form.TEXT),
            Map.entry("poster_path", Form.TEXT),
            Map.entry("backdrop_path", Form.TEXT),
            Map.entry("original_name", Form.TEXT),
            Map.entry("original_language", Form.TEXT),
            Map.entry("origin_country", Form.LIST),
            Map.entry("networks", Form.LIST),
            Map.entry("genres", Form.LIST),
            Map.entry("seasons", Form.LIST),
            Map.entry("credits", Form.OBJECT),
            Map.entry("external_ids", Form.OBJECT),
            Map.entry("content_ratings", Form.OBJECT),
            Map.entry("alternative_titles", Form.OBJECT),
            Map.entry("translations", Form.OBJECT),
            Map.entry("genres.*.name", Form.TEXT),
            Map.entry("credits.cast", Form.LIST),
            Map.entry("credits.cast.*.id", Form.NUMBER),
            Map.entry("credits.cast.*.name", Form.TEXT),
            Map.entry("credits.cast.*.character", Form.TEXT),
            Map.entry("credits.cast.*.profile_path", Form.TEXT),
            Map.entry("credits.crew", Form.LIST),
            Map.entry("credits.crew.*.id", Form.NUMBER),
            Map.entry("credits.crew.*.name", Form.TEXT),
            Map.entry("credits.crew.*.job", Form.TEXT),
            Map.entry("credits.crew.*.profile_path", Form.TEXT),
            Map.entry("alternative_titles.results", Form.LIST),
            Map.entry("alternative_titles.results.*.title", Form.TEXT),
            Map.entry("alternative_titles.results.*.iso_3166_1", Form.TEXT),
            Map.entry("translations.translations", Form.LIST),
            Map.entry("translations.translations.*.iso_639_1", Form.TEXT),
            Map.entry("translations.translations.*.iso_3166_1", Form.TEXT),
            Map.entry("translations.translations.*.data", Form.OBJECT),
            Map.entry("translations.translations.*.data.name", Form.TEXT),
            Map.entry("translations.translations.*.data.overview", Form.TEXT),
            Map.entry("recommendations.results", Form.LIST),
            Map.entry("recommendations.results.*.id", Form.NUMBER),
            Map.entry("episode_run_time.*", Form.COUNT),
            Map.entry("origin_country.*", Form.TEXT),
            Map.entry("networks.*.name", Form.TEXT),
            Map.entry("networks.*.origin_country", Form.TEXT),
            Map.entry("external_ids.imdb_id", Form.TEXT),
            Map.entry("external_ids.tvdb_id", Form.NUMBER),
            Map.entry("external_ids.tvrage_id", Form.NUMBER),
            Map.entry("content_ratings.results", Form.LIST),
            Map.entry("content_ratings.results.*.iso_3166_1", Form.TEXT),
            Map.entry("content_ratings.results.*.rating", Form.TEXT),
            Map.entry("recommendations", Form.OBJECT));

    private static final Map<String, Form> SEASON =
            Map.of("id", Form.NUMBER, "season_number", Form.COUNT, "poster_path", Form.TEXT);

    private static final Map<String, Form> EPISODE = Map.of(
            "id", Form.NUMBER,
            "episode_number", Form.COUNT,
            "name", Form.TEXT,
            "overview", Form.TEXT,
            "air_date", Form.DATE,
            "runtime", Form.COUNT,
            "still_path", Form.TEXT);

    private TmdbItem() {}

    /// @return the values of a movie that cannot be read, one line each
    public static List<String> invalidValuesOfMovie(JsonNode body) {
        return InvalidValueReport.in(body, MOVIE);
    }

    /// @return the values of a show that cannot be read, one line each
    public static List<String> invalidValuesOfShow(JsonNode body) {
        return InvalidValueReport.in(body, SHOW);
    }

    /// @return whether credits and alternative titles are included; if they are not, they were not removed at
    ///     the source
    static boolean isComplete(JsonNode body) {
        return body.path("credits").path("cast").isArray()
                && body.path("credits").path("crew").isArray()
                && body.path("alternative_titles").isObject()
                && body.path("translations").isObject();
    }

    static Ids own(long tmdb) {
        return new Ids(null, null, tmdb, null, null);
    }

    /// @param id the id in the request
    public static MovieItem movie(long id, JsonNode body) {
        LocalDate released = LenientJson.date(body, "release_date");
        MovieFacts facts = new MovieFacts(
                released,
                LenientJson.count(body, "runtime"),
                LenientJson.textOrNull(body, "tagline"),
                TmdbTexts.overview(body),
                trailer(body),
                certification(body),
                images(body),
                names(body.path("genres")));
        Ids ids = new Ids(LenientJson.textOrNull(body, "imdb_id"), null, id(id, body), null, null);
        return new MovieItem(
                ids,
                LenientJson.textOrNull(body, "title"),
                LenientJson.year(body, "release_date"),
                facts,
                users(body),
                null,
                TmdbTexts.otherTitles(body, "titles", "title"));
    }

    /// @param id the id in the request
    public static ShowItem show(long id, JsonNode body, List<SeasonItem> seasons) {
        LocalDate first = LenientJson.date(body, "first_air_date");
        ShowFacts facts = new ShowFacts(
                first,
                LenientJson.text(body, "status").map(TmdbItem::status).orElse(null),
                broadcast(body),
                LenientJson.count(body.path("episode_run_time").path(0)),
                ratingOfHome(body.path("content_ratings").path("results"), "rating"),
                TmdbTexts.overview(body),
                images(body),
                names(body.path("genres")));
        JsonNode foreign = body.path("external_ids");
        Ids ids = new Ids(
                LenientJson.textOrNull(foreign, "imdb_id"),
                LenientJson.number(foreign, "tvdb_id"),
                id(id, body),
                LenientJson.number(foreign, "tvrage_id"),
                null);
        return new ShowItem(
                ids,
                LenientJson.textOrNull(body, "name"),
                LenientJson.year(body, "first_air_date"),
                facts,
                users(body),
                seasons,
                null,
                TmdbTexts.otherTitles(body, "results", "name"));
    }

    /// @return the recommendations for the title, best first
    public static List<Ids> related(JsonNode body) {
        return body.path("recommendations")
                .path("results")
                .valueStream()
                .map(other -> LenientJson.number(other, "id"))
                .flatMap(Stream::ofNullable)
                .map(TmdbItem::own)
                .toList();
    }

    public static List<Integer> seasonNumbers(JsonNode show) {
        return show.path("seasons")
                .valueStream()
                .map(season -> LenientJson.count(season, "season_number"))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(number -> number <= ValueLimits.LAST_SEASON)
                .toList();
    }

    public static void putHeadsOn(EpisodeCollector episodes, JsonNode show) {
        for (JsonNode season : show.path("seasons")) {
            Integer number = LenientJson.count(season, "season_number");
            Long id = LenientJson.number(season, "id");
            List<String> invalidValues = InvalidValueReport.in("season " + number, season, SEASON);
            invalidValues.forEach(episodes::warning);
            if (number == null) {
                episodes.incomplete();
            }
            if (number != null && number <= ValueLimits.LAST_SEASON) {
                Ids ids = id == null ? Ids.NONE : own(id);
                episodes.head(
                        new SeasonItem(number, ids, image(season, "poster_path"), List.of(), !invalidValues.isEmpty()));
            }
        }
    }

    public static void putEpisodesOn(EpisodeCollector episodes, JsonNode season) {
        Integer number = LenientJson.count(season, "season_number");
        if (number == null || !season.path("episodes").isArray()) {
            episodes.incomplete();
            return;
        }
        for (JsonNode episode : season.path("episodes")) {
            if (!episode.isObject()) {
                episodes.unreadable(new InvalidItemException("an episode must be an object"));
                continue;
            }
            Integer episodeNumber = LenientJson.count(episode, "episode_number");
            if (episodeNumber == null || episodeNumber > ValueLimits.LAST_EPISODE) {
                episodes.special(LenientJson.textOrNull(episode, "name"), episode(episode, 0));
            } else {
                episodes.put(number, episode(episode, episodeNumber));
            }
            InvalidValueReport.in("episode " + number + "x" + episodeNumber, episode, EPISODE)
                    .forEach(episodes::warning);
        }
    }

    private static EpisodeItem episode(JsonNode episode, int number) {
        EpisodeFacts facts = new EpisodeFacts(
                LenientJson.textOrNull(episode, "name"),
                LenientJson.textOrNull(episode, "overview"),
                LenientJson.date(episode, "air_date"),
                null,
                LenientJson.count(episode, "runtime"),
                image(episode, "still_path"));
        Long id = LenientJson.number(episode, "id");
        boolean unreadable = !InvalidValueReport.in(episode, EPISODE).isEmpty();
        return new EpisodeItem(number, id == null ? Ids.NONE : own(id), facts, unreadable);
    }

    private static long id(long requested, JsonNode body) {
        Long found = LenientJson.id(body, "id");
        return found == null ? requested : found;
    }

    private static Status status(String text) {
        return text.equals("Ended") || text.equals("Canceled") ? Status.ENDED : Status.CONTINUING;
    }

    /// TMDB gives neither times of day nor time zones.
    private static Broadcast broadcast(JsonNode show) {
        JsonNode network = show.path("networks").path(0);
        String code = LenientJson.text(network, "origin_country")
                .or(() -> show.path("origin_country")
                        .valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .findFirst())
                .orElse(null);
        return new Broadcast(LenientJson.textOrNull(network, "name"), country(code), null, null, null);
    }

    private static @Nullable String country(@Nullable String code) {
        return code == null ? null : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private static Images images(JsonNode body) {
        return new Images(image(body, "poster_path"), image(body, "backdrop_path"), null);
    }

    private static @Nullable String image(JsonNode body, String member) {
        return LenientJson.text(body, member)
                .filter(path -> path.startsWith("/"))
                .map(path -> PICTURES + path)
                .orElse(null);
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream()
                .flatMap(node -> LenientJson.text(node, "name").stream())
                .toList();
    }

    private static @Nullable String trailer(JsonNode movie) {
        return movie.path("videos")
                .path("results")
                .valueStream()
                .filter(video -> video.path("site").asString("").equals("YouTube")
                        && video.path("type").asString("").equals("Trailer"))
                .flatMap(video -> LenientJson.text(video, "key").stream())
                .map(key -> TRAILERS + key)
                .findFirst()
                .orElse(null);
    }

    /// The certification in the United States, which v1 shows.
    private static @Nullable String certification(JsonNode movie) {
        return movie.path("release_dates")
                .path("results")
                .valueStream()
                .filter(TmdbItem::isHome)
                .flatMap(country -> country.path("release_dates").valueStream())
                .flatMap(release -> LenientJson.text(release, "certification").stream())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String ratingOfHome(JsonNode results, String member) {
        return results.valueStream()
                .filter(TmdbItem::isHome)
                .flatMap(country -> LenientJson.text(country, member).stream())
                .findFirst()
                .orElse(null);
    }

    private static boolean isHome(JsonNode country) {
        return country.path("iso_3166_1").asString("").equals("US");
    }

    private static List<CreditItem> users(JsonNode body) {
        JsonNode credits = body.path("credits");
        Stream<CreditItem> cast = credits.path("cast")
                .valueStream()
                .limit(CAST)
                .flatMap(part -> credit(part, "Actor", LenientJson.textOrNull(part, "character")).stream());
        Stream<CreditItem> crew = credits.path("crew")
                .valueStream()
                .flatMap(
                        part -> Optional.ofNullable(JOBS.get(part.path("job").asString("")))
                                .flatMap(job -> credit(part, job, null))
                                .stream());
        return Stream.concat(cast, crew).distinct().toList();
    }

    private static Optional<CreditItem> credit(JsonNode part, String job, @Nullable String character) {
        Long id = LenientJson.number(part, "id");
        return LenientJson.text(part, "name")
                .map(name -> new CreditItem(
                        new PersonItem(
                                id == null ? Ids.NONE : own(id),
                                name,
                                new PersonFacts(null, null, null, image(part, "profile_path"))),
                        job,
                        character));
    }
}
