package dev.spoolmark.metadata.tmdb;

import dev.spoolmark.metadata.InvalidValueReport;
import dev.spoolmark.metadata.InvalidValueReport.Form;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The members of movies and shows of TMDB that are read, with their forms.
public final class TmdbFields {

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

    private TmdbFields() {}

    /// @return the values of a movie that cannot be read, one line each
    public static List<String> invalidValuesOfMovie(JsonNode body) {
        return InvalidValueReport.in(body, MOVIE);
    }

    /// @return the values of a show that cannot be read, one line each
    public static List<String> invalidValuesOfShow(JsonNode body) {
        return InvalidValueReport.in(body, SHOW);
    }
}
