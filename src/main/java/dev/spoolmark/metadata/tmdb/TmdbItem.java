package dev.spoolmark.metadata.tmdb;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowFacts.Status;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.metadata.LenientJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads movies and shows of TMDB.
public final class TmdbItem {

    private static final String TRAILERS = "https://youtube.com/watch?v=";

    private TmdbItem() {}

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
                TmdbImages.of(body),
                names(body.path("genres")));
        Ids ids = new Ids(LenientJson.textOrNull(body, "imdb_id"), null, id(id, body), null, null);
        return new MovieItem(
                ids,
                LenientJson.textOrNull(body, "title"),
                LenientJson.year(body, "release_date"),
                facts,
                TmdbCredits.of(body),
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
                TmdbImages.of(body),
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
                TmdbCredits.of(body),
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
}
