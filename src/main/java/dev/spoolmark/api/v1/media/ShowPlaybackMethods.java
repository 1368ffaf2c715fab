package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.SIGNED_IN;
import static dev.spoolmark.http.DataVisibility.OWN;

import dev.spoolmark.account.Permission;
import dev.spoolmark.api.v1.V1ItemKey;
import dev.spoolmark.api.v1.V1ItemResolver;
import dev.spoolmark.api.v1.V1Playback;
import dev.spoolmark.api.v1.model.V1Show;
import dev.spoolmark.api.v1.model.V1Values;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `show/watching`, `scrobble`, `checkin` and their cancellation: the item is always an episode.
public final class ShowPlaybackMethods {

    private final V1Playback playback;
    private final V1ItemResolver items;
    private final Catalog catalog;

    public ShowPlaybackMethods(V1Playback playback, V1ItemResolver items, Catalog catalog) {
        this.playback = playback;
        this.items = items;
        this.catalog = catalog;
    }

    public void declare(ApiMethodTable v1) {
        ApiMethodTable checkin = v1.requiring(Permission.CHECKIN);
        ApiMethodTable scrobble = v1.requiring(Permission.SCROBBLE);
        checkin.withTrait(MethodTrait.ALSO_GET)
                .post("/show/cancelcheckin/{apikey}", SIGNED_IN, OWN, NoBody.class, playback::cancelCheckin);
        scrobble.withTrait(MethodTrait.ALSO_GET)
                .post("/show/cancelwatching/{apikey}", SIGNED_IN, OWN, NoBody.class, playback::cancelWatching);
        checkin.post("/show/checkin/{apikey}", SIGNED_IN, OWN, PlayedEpisode.class, this::checkin);
        scrobble.post("/show/scrobble/{apikey}", SIGNED_IN, OWN, PlayedEpisode.class, this::scrobble);
        scrobble.post("/show/watching/{apikey}", SIGNED_IN, OWN, PlayedEpisode.class, this::watching);
    }

    record PlayedEpisode(
            @Nullable LenientValue tvdb_id,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year,
            @Nullable LenientValue season,
            @Nullable LenientValue episode,
            @Nullable LenientValue episode_tvdb_id,
            @Nullable LenientValue episode_imdb_id,
            @Nullable LenientValue episode_tmdb_id,
            @Nullable LenientValue duration,
            @Nullable LenientValue progress) {

        V1ItemKey item() {
            return new V1ItemKey.OfEpisode(
                    new V1ItemKey.OfShow(tvdb_id, imdb_id, title, year),
                    season,
                    episode,
                    new V1ItemKey.EpisodeIds(episode_tvdb_id, episode_imdb_id, episode_tmdb_id));
        }

        V1Playback.Report sent() {
            return new V1Playback.Report(duration, progress);
        }
    }

    // POST show/watching

    private Response watching(Call<PlayedEpisode> call) {
        return playback.watching(call, find(call), call.body().sent());
    }

    // POST show/scrobble

    private Response scrobble(Call<PlayedEpisode> call) {
        return playback.scrobble(call, find(call), call.body().sent());
    }

    // POST show/checkin

    private Response checkin(Call<PlayedEpisode> call) {
        return playback.checkin(call, find(call), call.body().sent());
    }

    // Shared

    private V1Playback.Played find(Call<PlayedEpisode> call) {
        V1ItemKey item = call.body().item();
        item.checkComplete();
        EpisodeId id = (EpisodeId) items.get(call, item, true);
        Episode episode = catalog.episodes(List.of(id)).get(id);
        if (episode == null) {
            throw new ProblemException(new Problem.NotFound("episode"));
        }
        Show show = catalog.guide(episode.show()).show();
        return new V1Playback.Played(
                Watchable.of(id, show.id()),
                episode.length(show),
                V1ItemResolver.name(show, episode),
                echo(show, episode));
    }

    /// `season` occurs beside `episode`: an old client fails without it.
    private static JsonObject echo(Show show, Episode episode) {
        return new JsonObject()
                .put("show", V1Show.min(show))
                .put("season", episode.season())
                .put(
                        "episode",
                        new JsonObject()
                                .put("number", episode.number())
                                .put("title", V1Values.orEmpty(episode.facts().title())));
    }
}
