package dev.spoolmark.metadata.tmdb;

import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.metadata.EpisodeCollector;
import dev.spoolmark.metadata.InvalidItemException;
import dev.spoolmark.metadata.InvalidValueReport;
import dev.spoolmark.metadata.InvalidValueReport.Form;
import dev.spoolmark.metadata.LenientJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/// Reads seasons and episodes of TMDB.
public final class TmdbEpisodes {

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

    private TmdbEpisodes() {}

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
                Ids ids = id == null ? Ids.NONE : TmdbItem.own(id);
                episodes.head(new SeasonItem(
                        number, ids, TmdbImages.image(season, "poster_path"), List.of(), !invalidValues.isEmpty()));
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
                TmdbImages.image(episode, "still_path"));
        Long id = LenientJson.number(episode, "id");
        boolean unreadable = !InvalidValueReport.in(episode, EPISODE).isEmpty();
        return new EpisodeItem(number, id == null ? Ids.NONE : TmdbItem.own(id), facts, unreadable);
    }
}
