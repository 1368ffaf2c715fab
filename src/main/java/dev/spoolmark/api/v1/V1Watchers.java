package dev.spoolmark.api.v1;

import dev.spoolmark.api.v1.model.V1Episode;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1User;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.RatingTotalsMap;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.stats.CurrentWatcher;
import dev.spoolmark.stats.ItemWatchers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Users who watch an item, as far as the caller may see them.
public final class V1Watchers {

    private final ItemWatchers itemWatchers;
    private final Catalog catalog;
    private final Ratings ratings;

    public V1Watchers(ItemWatchers itemWatchers, Catalog catalog, Ratings ratings) {
        this.itemWatchers = itemWatchers;
        this.catalog = catalog;
        this.ratings = ratings;
    }

    /// The users with the most plays, each with `plays`.
    public List<JsonObject> topWatchers(Call<?> call, MediaId item) {
        V1Links links = new V1Links(call.base());
        return itemWatchers.topWatchers(Viewer.of(call.caller()), item).stream()
                .map(watcher ->
                        new JsonObject().put("plays", watcher.plays()).putAll(V1User.full(watcher.account(), links)))
                .toList();
    }

    /// The users who are watching this movie or episode now.
    public List<JsonObject> now(Call<?> call, MediaId item) {
        V1Links links = new V1Links(call.base());
        return itemWatchers.now(Viewer.of(call.caller()), item).stream()
                .map(present -> V1User.full(present.account(), links))
                .toList();
    }

    /// The users who are watching an episode of this show now, each with that episode.
    public List<JsonObject> now(Call<?> call, Show show) {
        List<CurrentWatcher> present = itemWatchers.now(Viewer.of(call.caller()), show.id());
        List<EpisodeId> ids = present.stream()
                .map(CurrentWatcher::item)
                .map(EpisodeId.class::cast)
                .distinct()
                .toList();
        Map<EpisodeId, Episode> episodes = catalog.episodes(ids);
        RatingTotalsMap totals = ratings.totals(ids);
        V1Links links = new V1Links(call.base());
        List<JsonObject> rendered = new ArrayList<>();
        for (CurrentWatcher watcher : present) {
            JsonObject user = V1User.full(watcher.account(), links);
            Episode episode = episodes.get(watcher.item());
            rendered.add(
                    episode == null
                            ? user
                            : user.put("episode", V1Episode.full(show, episode, links, totals.of(watcher.item()))));
        }
        return rendered;
    }
}
