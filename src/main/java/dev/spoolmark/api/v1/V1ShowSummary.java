package dev.spoolmark.api.v1;

import dev.spoolmark.api.v1.model.V1Credits;
import dev.spoolmark.api.v1.model.V1Episode;
import dev.spoolmark.api.v1.model.V1ItemStats;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1Show;
import dev.spoolmark.api.v1.model.V1Times;
import dev.spoolmark.api.v1.model.V1Values;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.stats.PlayedEpisode;
import dev.spoolmark.stats.Statistics;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Members of a show in its summary: top watchers, top episodes, counts, and the cast.
public final class V1ShowSummary {

    private final Catalog catalog;
    private final Statistics statistics;
    private final V1ItemStats itemStats;
    private final V1Watchers watchers;

    public V1ShowSummary(Catalog catalog, Statistics statistics, V1ItemStats itemStats, V1Watchers watchers) {
        this.catalog = catalog;
        this.statistics = statistics;
        this.itemStats = itemStats;
        this.watchers = watchers;
    }

    public JsonObject addSummary(JsonObject json, Call<?> call, Show show) {
        V1Links links = new V1Links(call.base());
        return json.put("poster", V1Show.poster(show, links))
                .put("top_watchers", watchers.topWatchers(call, show.id()))
                .put("top_episodes", topEpisodes(show, links))
                .put("stats", itemStats.brief(show.id()))
                .put("people", V1Credits.ofShow(catalog.credits(show.id()), links));
    }

    private List<JsonObject> topEpisodes(Show show, V1Links links) {
        List<PlayedEpisode> top = statistics.topEpisodes(show.id());
        Map<EpisodeId, Episode> episodes =
                catalog.episodes(top.stream().map(PlayedEpisode::episode).toList());
        return top.stream()
                .flatMap(played -> Stream.ofNullable(episodes.get(played.episode()))
                        .map(episode -> topEpisode(show, episode, played.plays(), links)))
                .toList();
    }

    private static JsonObject topEpisode(Show show, Episode episode, int plays, V1Links links) {
        return new JsonObject()
                .put("plays", plays)
                .put("season", episode.season())
                .put("number", episode.number())
                .put("title", V1Values.orEmpty(episode.facts().title()))
                .put("url", V1Episode.url(show, episode, links))
                .put("first_aired", V1Times.midnight(episode.facts().airDate()))
                .put(
                        "first_aired_iso",
                        V1Times.iso(
                                episode.facts().airsAt(),
                                show.facts().broadcast().zone()))
                .put("first_aired_utc", V1Times.seconds(episode.facts().airsAt()));
    }
}
