package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.account.Permission;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `show/watching`, `scrobble`, `checkin` and their cancelling: what plays is always an episode.
final class ShowPlaybackMethods {

    private final V1Playback playback;
    private final V1Items items;
    private final Catalog catalog;

    ShowPlaybackMethods(V1Playback playback, V1Items items, Catalog catalog) {
        this.playback = playback;
        this.items = items;
        this.catalog = catalog;
    }

    void declare(Methods v1) {
        Methods checkin = v1.needing(Permission.CHECKIN);
        Methods scrobble = v1.needing(Permission.SCROBBLE);
        checkin.with(Trait.ALSO_GET)
                .post("/show/cancelcheckin/{apikey}", SIGNED_IN, OWN, NoBody.class, playback::cancelCheckin);
        scrobble.with(Trait.ALSO_GET)
                .post("/show/cancelwatching/{apikey}", SIGNED_IN, OWN, NoBody.class, playback::cancelWatching);
        checkin.post("/show/checkin/{apikey}", SIGNED_IN, OWN, PlayedEpisode.class, this::checkin);
        scrobble.post("/show/scrobble/{apikey}", SIGNED_IN, OWN, PlayedEpisode.class, this::scrobble);
        scrobble.post("/show/watching/{apikey}", SIGNED_IN, OWN, PlayedEpisode.class, this::watching);
    }

    record PlayedEpisode(
            @Nullable Scalar tvdb_id,
            @Nullable Scalar imdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year,
            @Nullable Scalar season,
            @Nullable Scalar episode,
            @Nullable Scalar episode_tvdb_id,
            @Nullable Scalar episode_imdb_id,
            @Nullable Scalar episode_tmdb_id,
            @Nullable Scalar duration,
            @Nullable Scalar progress) {

        V1Item item() {
            return new V1Item.OfEpisode(
                    new V1Item.OfShow(tvdb_id, imdb_id, title, year),
                    season,
                    episode,
                    new V1Item.EpisodeIds(episode_tvdb_id, episode_imdb_id, episode_tmdb_id));
        }

        V1Playback.Sent sent() {
            return new V1Playback.Sent(duration, progress);
        }
    }

    // POST show/watching

    private Reply watching(Call<PlayedEpisode> call) {
        return playback.watching(call, find(call), call.body().sent());
    }

    // POST show/scrobble

    private Reply scrobble(Call<PlayedEpisode> call) {
        return playback.scrobble(call, find(call), call.body().sent());
    }

    // POST show/checkin

    private Reply checkin(Call<PlayedEpisode> call) {
        return playback.checkin(call, find(call), call.body().sent());
    }

    // What they have in common

    private V1Playback.Played find(Call<PlayedEpisode> call) {
        V1Item item = call.body().item();
        item.checkComplete();
        EpisodeId id = (EpisodeId) items.get(call, item, true);
        Episode episode = catalog.episodes(List.of(id)).get(id);
        if (episode == null) {
            throw new Refusal(new Problem.NotFound("episode"));
        }
        Show show = catalog.guide(episode.show()).show();
        return new V1Playback.Played(
                Watchable.of(id, show.id()), episode.length(show), V1Items.name(show, episode), echo(show, episode));
    }

    /// `season` stands beside `episode`: a client of the time breaks without it.
    private static V1Object echo(Show show, Episode episode) {
        return new V1Object()
                .put("show", V1Show.min(show))
                .put("season", episode.season())
                .put(
                        "episode",
                        new V1Object()
                                .put("number", episode.number())
                                .put("title", V1Values.orEmpty(episode.facts().title())));
    }
}
