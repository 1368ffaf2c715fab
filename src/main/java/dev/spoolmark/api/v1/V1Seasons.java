package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeHead;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.wire.Call;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The seasons of a show and the episodes of a season. What only one person's data name is not told to everyone, unless
/// nothing else is known of the show (`decisions.md` 2).
final class V1Seasons {

    private final Catalog catalog;
    private final Ratings ratings;
    private final V1Personal personal;

    V1Seasons(Catalog catalog, Ratings ratings, V1Personal personal) {
        this.catalog = catalog;
        this.ratings = ratings;
        this.personal = personal;
    }

    /// Every season with the number of its episodes, the newest first, the specials last.
    List<V1Object> counted(Show show, V1Links links) {
        ShowGuide guide = catalog.guide(show.id());
        return newestFirst(guide)
                .map(season -> season(show, season, links)
                        .put("episodes", heads(guide, season.number()).size()))
                .toList();
    }

    /// Every season with all its episodes, the newest first, the specials last.
    List<V1Object> complete(Call<?> call, Show show) {
        ShowGuide guide = catalog.guide(show.id());
        V1Links links = new V1Links(call.base());
        Map<Integer, List<V1Object>> episodes = episodes(call, show, guide.episodes());
        return newestFirst(guide)
                .map(season ->
                        season(show, season, links).put("episodes", episodes.getOrDefault(season.number(), List.of())))
                .toList();
    }

    /// The episodes of one season by number; none when there is no such season.
    List<V1Object> episodes(Call<?> call, Show show, int season) {
        ShowGuide guide = catalog.guide(show.id());
        return episodes(call, show, guide.episodesOf(season)).getOrDefault(season, List.of());
    }

    private Map<Integer, List<V1Object>> episodes(Call<?> call, Show show, List<EpisodeHead> heads) {
        List<EpisodeId> ids = heads.stream()
                .filter(head -> isTold(head.provisional(), show))
                .map(EpisodeHead::id)
                .toList();
        Map<EpisodeId, Episode> episodes = catalog.episodes(ids);
        Map<MediaId, RatingTotals> totals = ratings.totals(ids);
        V1Personal.Page own = personal.of(call.caller(), ids);
        V1Links links = new V1Links(call.base());
        Map<Integer, List<V1Object>> told = new HashMap<>();
        for (EpisodeId id : ids) {
            Episode episode = episodes.get(id);
            if (episode != null) {
                V1Object object = V1Episode.full(show, episode, links, totals.getOrDefault(id, RatingTotals.NONE))
                        .put("screen", V1Episode.screen(show, episode, links));
                told.computeIfAbsent(episode.season(), none -> new ArrayList<>())
                        .add(own.putOn(object, id));
            }
        }
        return told;
    }

    private static Stream<Season> newestFirst(ShowGuide guide) {
        return guide.seasons().stream()
                .filter(season -> isTold(season.provisional(), guide.show()))
                .sorted(Comparator.comparingInt(Season::number).reversed());
    }

    private static List<EpisodeHead> heads(ShowGuide guide, int season) {
        return guide.episodesOf(season).stream()
                .filter(head -> isTold(head.provisional(), guide.show()))
                .toList();
    }

    private static boolean isTold(boolean provisional, Show show) {
        return !provisional || show.provisional();
    }

    private static V1Object season(Show show, Season season, V1Links links) {
        String poster = poster(show, season, links);
        return new V1Object()
                .put("season", season.number())
                .put("url", links.season(show.slug(), season.number()))
                .put("poster", poster)
                .put("images", new V1Object().put("poster", poster));
    }

    /// A season without a poster has that of its show.
    private static String poster(Show show, Season season, V1Links links) {
        return season.poster() == null
                ? V1Show.poster(show, links)
                : links.base() + "/images/seasons/" + show.id().value() + "-" + season.number() + ".jpg";
    }
}
