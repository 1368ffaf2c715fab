package dev.spoolmark.metadata;

import dev.spoolmark.catalog.CatalogItem.EpisodeItem;
import dev.spoolmark.catalog.CatalogItem.SeasonItem;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.kernel.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// An episode as TVmaze tells it.
final class TvmazeEpisode {

    private TvmazeEpisode() {}

    /// A show has no season.
    static boolean isOne(JsonNode body) {
        return body.has("season") && body.has("number");
    }

    /// @param odd is called with a sentence for each value that cannot be read
    static void addTo(Map<Integer, List<EpisodeItem>> seasons, JsonNode body, Consumer<String> odd) {
        Members episode = members(body, odd);
        if (body.path("number").isNull()) {
            throw new Unfit("special \"" + episode.text("name") + "\" has no number and is left out");
        }
        int season = episode.needed("season", Bounds.LAST_SEASON);
        seasons.computeIfAbsent(season, number -> new ArrayList<>())
                .add(item(episode, episode.needed("number", Bounds.LAST_EPISODE)));
    }

    /// The same without a loss: what has no number lies loose.
    static void putOn(EpisodeShelf shelf, JsonNode body) {
        List<String> odd = new ArrayList<>();
        Members episode = members(body, odd::add);
        Integer season = episode.count("season");
        Integer number = episode.count("number");
        if (season == null || number == null || season > Bounds.LAST_SEASON || number > Bounds.LAST_EPISODE) {
            shelf.special(episode.text("name"), item(episode, 0));
        } else {
            shelf.put(season, item(episode, number).withUnreadable(!odd.isEmpty()));
        }
        odd.forEach(shelf::remark);
    }

    static List<SeasonItem> seasons(Map<Integer, List<EpisodeItem>> seasons) {
        return seasons.entrySet().stream()
                .map(season -> new SeasonItem(season.getKey(), Ids.NONE, null, season.getValue()))
                .toList();
    }

    private static Members members(JsonNode body, Consumer<String> odd) {
        String where = Members.shown(body.path("season")) + "x" + Members.shown(body.path("number"));
        return Members.of("episode", body, remark -> odd.accept("episode " + where + ": " + remark));
    }

    private static EpisodeItem item(Members episode, int number) {
        EpisodeFacts facts = new EpisodeFacts(
                episode.text("name"),
                Html.text(episode.text("summary")),
                episode.parsed("airdate", Dates::day, "a date"),
                episode.parsed("airstamp", Dates::instant, "an instant"),
                episode.count("runtime"),
                episode.object("image", image -> image.text("original"), null));
        Long id = episode.number("id");
        return new EpisodeItem(number, id == null ? Ids.NONE : Ids.ofTvmaze(id), facts);
    }
}
