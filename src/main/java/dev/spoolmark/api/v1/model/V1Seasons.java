package dev.spoolmark.api.v1.model;

import dev.spoolmark.api.v1.V1UserItemState;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.RatingTotalsMap;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.visibility.ProvisionalAccess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The seasons of a show and the episodes of a season. Provisional ones are included only for users whose data
/// reference them.
public final class V1Seasons {

    private final Catalog catalog;
    private final ProvisionalAccess provisionalAccess;
    private final Ratings ratings;
    private final V1UserItemState userItemState;

    public V1Seasons(
            Catalog catalog, ProvisionalAccess provisionalAccess, Ratings ratings, V1UserItemState userItemState) {
        this.catalog = catalog;
        this.provisionalAccess = provisionalAccess;
        this.ratings = ratings;
        this.userItemState = userItemState;
    }

    /// All seasons with the number of their episodes, newest first, specials last.
    public List<JsonObject> counted(Call<?> call, Show show) {
        ShowGuide guide = catalog.guide(show.id());
        V1Links links = new V1Links(call.base());
        Map<Integer, Long> episodes = provisionalAccess.episodes(viewer(call), guide).stream()
                .filter(guide::isCounted)
                .collect(Collectors.groupingBy(EpisodeSummary::season, Collectors.counting()));
        return newestFirst(call, guide)
                .map(season -> season(show, season, links).put("episodes", episodes.getOrDefault(season.number(), 0L)))
                .toList();
    }

    /// All seasons that have episodes, with all of them; newest season first, specials last.
    public List<JsonObject> complete(Call<?> call, Show show) {
        return complete(call, show, episodes -> episodes);
    }

    /// The same with the newest episode of each season first, as searches have it.
    public List<JsonObject> newestEpisodesFirst(Call<?> call, Show show) {
        return complete(call, show, List::reversed);
    }

    private List<JsonObject> complete(Call<?> call, Show show, UnaryOperator<List<JsonObject>> order) {
        ShowGuide guide = catalog.guide(show.id());
        V1Links links = new V1Links(call.base());
        Map<Integer, List<JsonObject>> episodes = episodes(call, show, provisionalAccess.episodes(viewer(call), guide));
        return newestFirst(call, guide)
                .filter(season -> episodes.containsKey(season.number()))
                .map(season -> season(show, season, links)
                        .put("episodes", order.apply(episodes.getOrDefault(season.number(), List.of()))))
                .toList();
    }

    /// The episodes of one season, ordered by number; empty if there is no such season.
    public List<JsonObject> episodes(Call<?> call, Show show, int season) {
        ShowGuide guide = catalog.guide(show.id());
        return episodes(call, show, provisionalAccess.episodes(viewer(call), guide, season))
                .getOrDefault(season, List.of());
    }

    private Map<Integer, List<JsonObject>> episodes(Call<?> call, Show show, List<EpisodeSummary> heads) {
        List<EpisodeId> ids = heads.stream().map(EpisodeSummary::id).toList();
        Map<EpisodeId, Episode> episodes = catalog.episodes(ids);
        RatingTotalsMap totals = ratings.totals(ids);
        V1UserItemState.Page own = userItemState.of(call.caller(), ids);
        V1Links links = new V1Links(call.base());
        Map<Integer, List<JsonObject>> rendered = new HashMap<>();
        for (EpisodeId id : ids) {
            Episode episode = episodes.get(id);
            if (episode != null) {
                JsonObject object = V1Episode.full(show, episode, links, totals.of(id))
                        .put("screen", V1Episode.screen(show, episode, links));
                rendered.computeIfAbsent(episode.season(), none -> new ArrayList<>())
                        .add(own.addUserState(object, id));
            }
        }
        return rendered;
    }

    private Stream<Season> newestFirst(Call<?> call, ShowGuide guide) {
        return provisionalAccess.seasons(viewer(call), guide).stream()
                .sorted(Comparator.comparingInt(Season::number).reversed());
    }

    private static Viewer viewer(Call<?> call) {
        return Viewer.of(call.caller());
    }

    private static JsonObject season(Show show, Season season, V1Links links) {
        String poster = poster(show, season, links);
        return new JsonObject()
                .put("season", season.number())
                .put("url", links.season(show.slug(), season.number()))
                .put("poster", poster)
                .put("images", new JsonObject().put("poster", poster));
    }

    /// A season without a poster has that of its show.
    private static String poster(Show show, Season season, V1Links links) {
        String poster = season.poster();
        return poster == null
                ? V1Show.poster(show, links)
                : links.imageUrl("seasons", show.id().value() + "-" + season.number(), poster, "");
    }
}
