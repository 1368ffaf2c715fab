package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.stats.Audience;
import dev.spoolmark.stats.Present;
import dev.spoolmark.wire.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Who watches a thing, as far as the caller may see them.
final class V1Audience {

    private final Audience audience;
    private final Catalog catalog;
    private final Ratings ratings;

    V1Audience(Audience audience, Catalog catalog, Ratings ratings) {
        this.audience = audience;
        this.catalog = catalog;
        this.ratings = ratings;
    }

    /// Those who played it most, each with `plays`.
    List<V1Object> topWatchers(Call<?> call, MediaId item) {
        V1Links links = new V1Links(call.base());
        return audience.topWatchers(Viewer.of(call.caller()), item).stream()
                .map(watcher ->
                        new V1Object().put("plays", watcher.plays()).putAll(V1User.full(watcher.account(), links)))
                .toList();
    }

    /// Those who watch this movie or episode right now.
    List<V1Object> now(Call<?> call, MediaId item) {
        V1Links links = new V1Links(call.base());
        return audience.now(Viewer.of(call.caller()), item).stream()
                .map(present -> V1User.full(present.account(), links))
                .toList();
    }

    /// Those who watch any episode of this show right now, each with that episode.
    List<V1Object> now(Call<?> call, Show show) {
        List<Present> present = audience.now(Viewer.of(call.caller()), show.id());
        List<EpisodeId> ids = present.stream()
                .map(Present::item)
                .map(EpisodeId.class::cast)
                .distinct()
                .toList();
        Map<EpisodeId, Episode> episodes = catalog.episodes(ids);
        Map<MediaId, RatingTotals> totals = ratings.totals(ids);
        V1Links links = new V1Links(call.base());
        List<V1Object> told = new ArrayList<>();
        for (Present one : present) {
            V1Object user = V1User.full(one.account(), links);
            Episode episode = episodes.get(one.item());
            told.add(
                    episode == null
                            ? user
                            : user.put(
                                    "episode",
                                    V1Episode.full(
                                            show, episode, links, totals.getOrDefault(one.item(), RatingTotals.NONE))));
        }
        return told;
    }
}
