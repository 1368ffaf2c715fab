package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.stats.PlayedEpisode;
import dev.spoolmark.stats.Statistics;
import dev.spoolmark.wire.Call;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a summary tells of a show beyond the show itself: who and what was watched most, the counts, and the cast.
final class V1ShowSummary {

    private final Catalog catalog;
    private final Statistics statistics;
    private final V1Tally tally;
    private final V1Audience audience;

    V1ShowSummary(Catalog catalog, Statistics statistics, V1Tally tally, V1Audience audience) {
        this.catalog = catalog;
        this.statistics = statistics;
        this.tally = tally;
        this.audience = audience;
    }

    V1Object putOn(V1Object told, Call<?> call, Show show) {
        V1Links links = new V1Links(call.base());
        return told.put("poster", V1Show.poster(show, links))
                .put("top_watchers", audience.topWatchers(call, show.id()))
                .put("top_episodes", topEpisodes(show, links))
                .put("stats", tally.brief(show.id()))
                .put("people", V1Credits.ofShow(catalog.people(show.id()), links));
    }

    private List<V1Object> topEpisodes(Show show, V1Links links) {
        List<PlayedEpisode> top = statistics.topEpisodes(show.id());
        Map<EpisodeId, Episode> episodes =
                catalog.episodes(top.stream().map(PlayedEpisode::episode).toList());
        return top.stream()
                .flatMap(played -> Stream.ofNullable(episodes.get(played.episode()))
                        .map(episode -> topEpisode(show, episode, played.plays(), links)))
                .toList();
    }

    private static V1Object topEpisode(Show show, Episode episode, int plays, V1Links links) {
        return new V1Object()
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
