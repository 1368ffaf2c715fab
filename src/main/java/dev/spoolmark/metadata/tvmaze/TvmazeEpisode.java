package dev.spoolmark.metadata.tvmaze;

import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.metadata.EpisodeCollector;
import dev.spoolmark.metadata.HtmlText;
import dev.spoolmark.metadata.InvalidItemException;
import dev.spoolmark.metadata.LenientDates;
import dev.spoolmark.metadata.StrictJsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Reads an episode of TVmaze.
public final class TvmazeEpisode {

    private TvmazeEpisode() {}

    /// Shows have no season.
    static boolean isOne(JsonNode body) {
        return body.has("season") && body.has("number");
    }

    /// @param report called with a sentence for each value that cannot be read
    static void addTo(Map<Integer, List<EpisodeItem>> seasons, JsonNode body, Consumer<String> report) {
        StrictJsonObject episode = members(body, report);
        if (body.path("number").isNull()) {
            throw new InvalidItemException("special \"" + episode.text("name") + "\" has no number and is left out");
        }
        int season = episode.needed("season", ValueLimits.LAST_SEASON);
        seasons.computeIfAbsent(season, number -> new ArrayList<>())
                .add(item(episode, episode.needed("number", ValueLimits.LAST_EPISODE)));
    }

    /// Adds an episode to a collector, which also takes episodes without a number.
    public static void addTo(EpisodeCollector episodes, JsonNode body) {
        List<String> invalidValues = new ArrayList<>();
        StrictJsonObject episode = members(body, invalidValues::add);
        Integer season = episode.count("season");
        Integer number = episode.count("number");
        if (season == null || number == null || season > ValueLimits.LAST_SEASON || number > ValueLimits.LAST_EPISODE) {
            episodes.special(episode.text("name"), item(episode, 0));
        } else {
            episodes.put(season, item(episode, number).withUnreadable(!invalidValues.isEmpty()));
        }
        invalidValues.forEach(episodes::warning);
    }

    static List<SeasonItem> seasons(Map<Integer, List<EpisodeItem>> seasons) {
        return seasons.entrySet().stream()
                .map(season -> new SeasonItem(season.getKey(), Ids.NONE, null, season.getValue()))
                .toList();
    }

    private static StrictJsonObject members(JsonNode body, Consumer<String> report) {
        String number = StrictJsonObject.shown(body.path("season")) + "x" + StrictJsonObject.shown(body.path("number"));
        return StrictJsonObject.of("episode", body, warning -> report.accept("episode " + number + ": " + warning));
    }

    private static EpisodeItem item(StrictJsonObject episode, int number) {
        EpisodeFacts facts = new EpisodeFacts(
                episode.text("name"),
                HtmlText.text(episode.text("summary")),
                episode.parsed("airdate", LenientDates::day, "a date"),
                episode.parsed("airstamp", LenientDates::instant, "an instant"),
                episode.count("runtime"),
                episode.object("image", image -> image.text("original"), null));
        Long id = episode.number("id");
        return new EpisodeItem(number, id == null ? Ids.NONE : Ids.ofTvmaze(id), facts);
    }
}
