package dev.spoolmark.api.v1.model;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.RatingTotals;

/// An episode in a response (`docs/spec/v1/conventions.md#episode`): its number occurs as `number` and as
/// `episode`, since some clients read one and some the other.
public final class V1Episode {

    private V1Episode() {}

    public static JsonObject of(Show show, Episode episode, V1Extended extended, V1Links links, RatingTotals totals) {
        return switch (extended) {
            case MIN -> min(episode);
            case NORMAL ->
                min(episode).put("url", url(show, episode, links)).put("images", images(show, episode, links));
            case FULL -> full(show, episode, links, totals);
        };
    }

    public static JsonObject min(Episode episode) {
        return new JsonObject()
                .put("title", V1Values.orEmpty(episode.facts().title()))
                .put("season", episode.season())
                .put("number", episode.number())
                .put("tvdb_id", V1Values.orZero(episode.ids().tvdb()));
    }

    public static JsonObject full(Show show, Episode episode, V1Links links, RatingTotals totals) {
        EpisodeFacts facts = episode.facts();
        return new JsonObject()
                .put("season", episode.season())
                .put("number", episode.number())
                .put("episode", episode.number())
                .put("tvdb_id", V1Values.orZero(episode.ids().tvdb()))
                .put("imdb_id", V1Values.orEmpty(episode.ids().imdb()))
                .put("title", V1Values.orEmpty(facts.title()))
                .put("overview", V1Values.orEmpty(facts.overview()))
                .put("url", url(show, episode, links))
                .put("first_aired", V1Times.midnight(facts.airDate()))
                .put(
                        "first_aired_iso",
                        V1Times.iso(facts.airsAt(), show.facts().broadcast().zone()))
                .put("first_aired_utc", V1Times.seconds(facts.airsAt()))
                .put("images", images(show, episode, links))
                .put("ratings", V1Rating.totals(totals));
    }

    public static String url(Show show, Episode episode, V1Links links) {
        return links.episode(show.slug(), episode.season(), episode.number());
    }

    public static JsonObject images(Show show, Episode episode, V1Links links) {
        return new JsonObject().put("screen", screen(show, episode, links));
    }

    /// The screenshot; without one, the fan art of the show in its small size, as recorded.
    static String screen(Show show, Episode episode, V1Links links) {
        String screen = episode.facts().screen();
        String fanart = show.facts().images().fanart();
        long number = show.id().value();
        if (screen != null) {
            return links.imageUrl("episodes", number + "-" + episode.season() + "-" + episode.number(), screen, "");
        }
        return fanart == null
                ? links.placeholder("episode-dark")
                : links.imageUrl("fanart", Long.toString(number), fanart, "-940");
    }
}
