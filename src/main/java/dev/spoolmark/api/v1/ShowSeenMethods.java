package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.catalog.Catalog;
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
import dev.spoolmark.wire.Moment;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Scalar;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
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
            return V1Sent.needed("episodes", episodes);
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
            @Moment @Nullable Scalar last_played) {

        V1Item.EpisodeIds ids(V1Item.OfShow show) {
            return new V1Item.EpisodeIds(episode_tvdb_id, episode_imdb_id, episode_tmdb_id)
                    .or(new V1Item.EpisodeIds(tvdb_id, imdb_id, tmdb_id).beside(show));
        }
    }

    private Reply episodesSeen(Call<SeenEpisodes> call) {
        Instant now = clock.instant();
        V1Batch<Instant> batch = matched(call, one -> V1LastPlayed.of(one.last_played(), now), true);
        Map<EpisodeId, Watchable> known = watchable(batch);
        List<Seen> seen = batch.lines().stream()
                .flatMap(line -> Stream.ofNullable(known.get(line.item())).map(item -> Seen.once(item, line.said())))
                .toList();
        return seen(call, seen, "episodes", batch.skipped());
    }

    private Reply episodesUnseen(Call<SeenEpisodes> call) {
        V1Batch<SeenEpisode> batch = matched(call, Optional::of, false);
        int unseen = plays.unseen(call.user(), watchable(batch).values());
        return V1Words.success(unseen + " episodes marked as unseen", "episodes", batch.skipped());
    }

    private <S> V1Batch<S> matched(Call<SeenEpisodes> call, Function<SeenEpisode, Optional<S>> said, boolean adds) {
        SeenEpisodes sent = call.body();
        List<@Nullable SeenEpisode> all = sent.all();
        V1Item.OfShow show = sent.show();
        items.get(call, show, adds);
        return items.match(
                call,
                all,
                one -> new V1Item.OfEpisode(show, one.season(), one.episode(), one.ids(show)),
                said,
                "last_played",
                one -> !adds);
    }

    private Map<EpisodeId, Watchable> watchable(V1Batch<?> batch) {
        List<EpisodeId> ids =
                batch.lines().stream().map(line -> (EpisodeId) line.item()).toList();
        Map<EpisodeId, Watchable> watchable = new HashMap<>();
        catalog.episodes(ids).forEach((id, episode) -> watchable.put(id, Watchable.of(id, episode.show())));
        return watchable;
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
        return seen(call, all(guide, aired), "seasons", List.of());
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
            @Nullable Scalar year) implements V1Sent {

        @Override
        public V1Item item() {
            return new V1Item.OfShow(tvdb_id, imdb_id, title, year);
        }
    }

    /// One client sends several shows at once; the others name one, which has to exist.
    private Reply showsSeen(Call<SeenShows> call) {
        SeenShows sent = call.body();
        SeenShow flat = new SeenShow(sent.tvdb_id(), sent.imdb_id(), sent.title(), sent.year());
        if (sent.shows() == null) {
            return seenWhole(call, List.of((ShowId) items.get(call, flat.item(), true)), List.of());
        }
        V1Batch<SeenShow> batch = items.match(call, V1Sent.all("shows", sent.shows(), flat), SeenShow::item, true);
        return seenWhole(call, batch.found((item, show) -> (ShowId) item), batch.skipped());
    }

    private Reply seenWhole(Call<?> call, List<ShowId> shows, List<V1Object> skipped) {
        List<Seen> all = new ArrayList<>();
        catalog.guides(shows).values().forEach(guide -> all.addAll(all(guide, guide.aired(clock.instant(), false))));
        return seen(call, all, "shows", skipped);
    }

    // What they have in common

    private List<Seen> all(ShowGuide guide, List<EpisodeHead> episodes) {
        Instant now = clock.instant();
        return episodes.stream()
                .map(episode ->
                        Seen.once(Watchable.of(episode.id(), guide.show().id()), now))
                .toList();
    }

    private Reply seen(Call<?> call, List<Seen> episodes, String word, List<V1Object> skipped) {
        int begun = plays.seen(call.user(), episodes, call.application().id()).size();
        return V1Words.success(begun + " episodes marked as seen", word, skipped);
    }
}
