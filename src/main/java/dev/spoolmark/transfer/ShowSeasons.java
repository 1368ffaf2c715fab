package dev.spoolmark.transfer;

import dev.spoolmark.catalog.EpisodePosition;
import dev.spoolmark.http.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The episodes of one show in the form `[{"number": 1, "episodes": [{"number": 2, ...}]}]`.
final class ShowSeasons {

    private final Map<Integer, Map<Integer, JsonObject>> seasons = new TreeMap<>();

    /// @param members of the episode, after its number
    void add(EpisodePosition position, JsonObject members) {
        JsonObject episode = new JsonObject().put("number", position.number()).putAll(members);
        seasons.computeIfAbsent(position.season(), number -> new TreeMap<>()).put(position.number(), episode);
    }

    List<JsonObject> toJson() {
        List<JsonObject> all = new ArrayList<>();
        seasons.forEach((number, episodes) ->
                all.add(new JsonObject().put("number", number).put("episodes", List.copyOf(episodes.values()))));
        return all;
    }
}
