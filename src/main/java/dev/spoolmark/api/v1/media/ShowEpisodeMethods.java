package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.NONE;
import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.MANY_USERS;
import static dev.spoolmark.http.DataVisibility.PUBLIC;

import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1TitleRenderer;
import dev.spoolmark.api.v1.V1UserItemState;
import dev.spoolmark.api.v1.V1Watchers;
import dev.spoolmark.api.v1.model.V1Episode;
import dev.spoolmark.api.v1.model.V1Extended;
import dev.spoolmark.api.v1.model.V1ItemStats;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1Show;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.Ratings;
import java.util.List;
import java.util.Optional;

/// `show/episode/*`, the reads: an episode, and who watches it.
public final class ShowEpisodeMethods {

    private final Catalog catalog;
    private final Ratings ratings;
    private final V1UserItemState userItemState;
    private final V1TitleRenderer titles;
    private final V1ItemStats itemStats;
    private final V1Watchers watchers;

    public ShowEpisodeMethods(
            Catalog catalog,
            Ratings ratings,
            V1UserItemState userItemState,
            V1TitleRenderer titles,
            V1ItemStats itemStats,
            V1Watchers watchers) {
        this.catalog = catalog;
        this.ratings = ratings;
        this.userItemState = userItemState;
        this.titles = titles;
        this.itemStats = itemStats;
        this.watchers = watchers;
    }

    public void declare(ApiMethodTable v1) {
        v1.get("/show/episode/stats.json/{apikey}/{title}/{season}/{episode}", NONE, PUBLIC, this::stats);
        v1.get("/show/episode/summary.json/{apikey}/{title}/{season}/{episode}", OPTIONAL, MANY_USERS, this::summary);
        v1.get(
                "/show/episode/watchingnow.json/{apikey}/{title}/{season}/{episode}",
                OPTIONAL,
                MANY_USERS,
                this::watchingNow);
    }

    // GET show/episode/stats

    private Response stats(Call<NoBody> call) {
        return V1Responses.ok(itemStats.full(episode(call, titles.show(call))));
    }

    // GET show/episode/summary

    private Response summary(Call<NoBody> call) {
        Show show = titles.show(call);
        EpisodeId id = episode(call, show);
        Episode episode =
                Optional.ofNullable(catalog.episodes(List.of(id)).get(id)).orElseThrow(ShowEpisodeMethods::notFound);
        JsonObject aboutShow = V1Show.withTextIds(
                titles.renderShows(call, List.of(show), V1Extended.FULL).getFirst(), show);
        JsonObject aboutEpisode = V1Episode.full(show, episode, new V1Links(call.base()), ratings.totals(id));
        return V1Responses.ok(new JsonObject()
                .put("show", aboutShow)
                .put("episode", userItemState.of(call.caller(), List.of(id)).addUserState(aboutEpisode, id)));
    }

    // GET show/episode/watchingnow

    private Response watchingNow(Call<NoBody> call) {
        return V1Responses.ok(watchers.now(call, episode(call, titles.show(call))));
    }

    private EpisodeId episode(Call<NoBody> call, Show show) {
        return titles.episode(call, catalog.guide(show.id())).id();
    }

    private static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound("episode"));
    }
}
