package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeHead;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.history.Plays;
import dev.spoolmark.history.Seen;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Scalar;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// `show/seen`, `show/season/seen`, `show/episode/seen` and `unseen`: what was watched elsewhere. A show or a season is
/// its episodes that have aired.
final class ShowSeenMethods {

    private final Plays plays;
    private final V1Items items;
    private final Catalog catalog;
    private final InstantSource clock;

    ShowSeenMethods(Plays plays, V1Items items, Catalog catalog, InstantSource clock) {
        this.plays = plays;
        this.items = items;
        this.catalog = catalog;
        this.clock = clock;
    }

    void declare(Methods v1) {
        Methods bulk = v1.with(Trait.BULK);
        bulk.post("/show/episode/seen/{apikey}", SIGNED_IN, OWN, SeenEpisodes.class, this::episodesSeen);
        bulk.post("/show/episode/unseen/{apikey}", SIGNED_IN, OWN, SeenEpisodes.class, this::episodesUnseen);
        v1.post("/show/season/seen/{apikey}", SIGNED_IN, OWN, SeenSeason.class, this::seasonSeen);
        bulk.post("/show/seen/{apikey}", SIGNED_IN, OWN, SeenShows.class, this::showsSeen);
    }

    // POST show/episode/seen, POST show/episode/unseen

    record SeenEpisodes(
            @Nullable Scalar tvdb_id,
            @Nullable Scalar imdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year,
            @Nullable List<@Nullable SeenEpisode> episodes) {

        V1Item.OfShow show() {
            return new V1Item.OfShow(tvdb_id, imdb_id, title, year);
        }

        List<@Nullable SeenEpisode> all() {
            return episodes == null ? List.of() : episodes;
        }
    }

    record SeenEpisode(
            @Nullable Scalar season,
            @Nullable Scalar episode,
            @Nullable Scalar tvdb_id,
            @Nullable Scalar imdb_id,
            @Nullable Scalar tmdb_id,
            @Nullable Scalar episode_tvdb_id,
            @Nullable Scalar episode_imdb_id,
            @Nullable Scalar episode_tmdb_id,
            @Nullable Scalar last_played) {

        V1Item.EpisodeIds ids(V1Item.OfShow show) {
            return new V1Item.EpisodeIds(episode_tvdb_id, episode_imdb_id, episode_tmdb_id)
                    .or(new V1Item.EpisodeIds(tvdb_id, imdb_id, tmdb_id).beside(show));
        }
    }

    private Reply episodesSeen(Call<SeenEpisodes> call) {
        Instant now = clock.instant();
        Matched matched = matched(call, true);
        return seen(
                call,
                matched.found().stream()
                        .map(found -> Seen.once(
                                found.item(), V1LastPlayed.of(found.said().last_played(), now)))
                        .toList(),
                matched.skipped());
    }

    private Reply episodesUnseen(Call<SeenEpisodes> call) {
        List<Watchable> episodes =
                matched(call, false).found().stream().map(Found::item).toList();
        return V1Words.success(plays.unseen(call.user(), episodes) + " episodes marked as unseen");
    }

    /// An episode of the body that exists.
    private record Found(Watchable item, SeenEpisode said) {}

    /// @param skipped what was sent of the others, with the reason
    private record Matched(List<Found> found, List<V1Object> skipped) {}

    private Matched matched(Call<SeenEpisodes> call, boolean adds) {
        SeenEpisodes sent = call.body();
        V1Item.OfShow show = sent.show();
        items.get(call, show, adds);
        V1Batch<SeenEpisode> batch = items.match(
                call,
                sent.all(),
                one -> new V1Item.OfEpisode(show, one.season(), one.episode(), one.ids(show)),
                Optional::of,
                one -> !adds);
        Map<EpisodeId, Episode> episodes = catalog.episodes(batch.found((item, said) -> (EpisodeId) item));
        List<Found> found = batch.lines().stream()
                .flatMap(line -> Optional.ofNullable(episodes.get(line.item())).stream()
                        .map(episode -> new Found(Watchable.of(episode.id(), episode.show()), line.said())))
                .toList();
        return new Matched(found, batch.skipped());
    }

    // POST show/season/seen

    record SeenSeason(
            @Nullable Scalar tvdb_id,
            @Nullable Scalar imdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year,
            @Nullable Scalar season) {

        V1Item show() {
            return new V1Item.OfShow(tvdb_id, imdb_id, title, year);
        }

        int number() {
            if (V1Values.text(season).isEmpty()) {
                throw new Refusal(new Problem.Missing("season"));
            }
            OptionalInt number = V1Values.number(season);
            return number.orElseThrow(() -> new Refusal(new Problem.Invalid("season")));
        }
    }

    private Reply seasonSeen(Call<SeenSeason> call) {
        int season = call.body().number();
        ShowGuide guide = catalog.guide((ShowId) items.get(call, call.body().show(), true));
        List<EpisodeHead> aired = guide.aired(clock.instant(), true).stream()
                .filter(episode -> episode.season() == season)
                .toList();
        return seen(call, all(guide, aired));
    }

    // POST show/seen

    record SeenShows(
            @Nullable Scalar tvdb_id,
            @Nullable Scalar imdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year,
            @Nullable List<@Nullable SeenShow> shows) {}

    record SeenShow(
            @Nullable Scalar tvdb_id,
            @Nullable Scalar imdb_id,
            @Nullable Scalar title,
            @Nullable Scalar year) {

        V1Item show() {
            return new V1Item.OfShow(tvdb_id, imdb_id, title, year);
        }
    }

    /// One client sends several shows at once; the others name one, which has to exist.
    private Reply showsSeen(Call<SeenShows> call) {
        SeenShows sent = call.body();
        if (sent.shows() == null) {
            V1Item show = new V1Item.OfShow(sent.tvdb_id(), sent.imdb_id(), sent.title(), sent.year());
            return seenWhole(call, List.of((ShowId) items.get(call, show, true)));
        }
        V1Batch<SeenShow> batch = items.match(call, sent.shows(), SeenShow::show, Optional::of, show -> false);
        return seenWhole(call, batch.found((item, show) -> (ShowId) item));
    }

    private Reply seenWhole(Call<?> call, List<ShowId> shows) {
        List<Seen> all = new ArrayList<>();
        catalog.guides(shows).values().forEach(guide -> all.addAll(all(guide, guide.aired(clock.instant(), false))));
        return seen(call, all);
    }

    // What they have in common

    private List<Seen> all(ShowGuide guide, List<EpisodeHead> episodes) {
        Instant now = clock.instant();
        return episodes.stream()
                .map(episode ->
                        Seen.once(Watchable.of(episode.id(), guide.show().id()), now))
                .toList();
    }

    private Reply seen(Call<?> call, List<Seen> episodes) {
        return seen(call, episodes, List.of());
    }

    private Reply seen(Call<?> call, List<Seen> episodes, List<V1Object> skipped) {
        int begun = plays.seen(call.user(), episodes, call.application().id()).size();
        return V1Words.success(begun + " episodes marked as seen", skipped);
    }
}
