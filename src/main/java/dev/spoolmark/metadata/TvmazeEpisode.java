package dev.spoolmark.metadata;

import dev.spoolmark.catalog.CatalogItem.EpisodeItem;
import dev.spoolmark.catalog.CatalogItem.SeasonItem;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// An episode as TVmaze tells it.
final class TvmazeEpisode {

    private static final int LAST_SEASON = 10_000;
    private static final int LAST_EPISODE = 100_000;

    private TvmazeEpisode() {}

    /// A show has no season.
    static boolean isOne(JsonNode body) {
        return body.has("season") && body.has("number");
    }

    static void addTo(Map<Integer, List<EpisodeItem>> seasons, JsonNode body) {
        Members episode = Members.of("episode", body);
        if (episode.count("number") == null) {
            throw new Unfit("special \"" + episode.text("name") + "\" has no number and is left out");
        }
        int season = episode.needed("season", LAST_SEASON);
        seasons.computeIfAbsent(season, number -> new ArrayList<>())
                .add(item(episode, episode.needed("number", LAST_EPISODE)));
    }

    /// The same without a loss: a special without a number lies loose.
    static void putOn(EpisodeShelf shelf, JsonNode body) {
        Members episode = Members.of("episode", body);
        if (episode.count("number") == null) {
            shelf.special(episode.text("name"), item(episode, 0));
        } else {
            shelf.put(episode.needed("season", LAST_SEASON), item(episode, episode.needed("number", LAST_EPISODE)));
        }
    }

    static List<SeasonItem> seasons(Map<Integer, List<EpisodeItem>> seasons) {
        return seasons.entrySet().stream()
                .map(season -> new SeasonItem(season.getKey(), Ids.NONE, null, season.getValue()))
                .toList();
    }

    private static EpisodeItem item(Members episode, int number) {
        EpisodeFacts facts = new EpisodeFacts(
                episode.text("name"),
                Html.text(episode.text("summary")),
                episode.parsed("airdate", LocalDate::parse, "a date"),
                episode.parsed("airstamp", text -> OffsetDateTime.parse(text).toInstant(), "an instant"),
                episode.count("runtime"),
                episode.object("image", image -> image.text("original"), null));
        Long id = episode.number("id");
        return new EpisodeItem(number, id == null ? Ids.NONE : Ids.ofTvmaze(id), facts);
    }
}
