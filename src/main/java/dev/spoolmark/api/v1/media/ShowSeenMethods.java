package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.SIGNED_IN;
import static dev.spoolmark.http.DataVisibility.OWN;

import dev.spoolmark.api.v1.V1BatchResult;
import dev.spoolmark.api.v1.V1Bodies;
import dev.spoolmark.api.v1.V1ItemKey;
import dev.spoolmark.api.v1.V1ItemResolver;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.model.V1LastPlayed;
import dev.spoolmark.api.v1.model.V1Values;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.body.DateTimeField;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.json.JsonObject;
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

/// `show/seen`, `show/season/seen`, `show/episode/seen` and `unseen`: episodes that were watched elsewhere. A
/// show or season stands for its episodes that have aired.
public final class ShowSeenMethods {

    private final PlayHistory plays;
    private final V1ItemResolver items;
    private final Catalog catalog;
    private final InstantSource clock;

    public ShowSeenMethods(PlayHistory plays, V1ItemResolver items, Catalog catalog, InstantSource clock) {
        this.plays = plays;
        this.items = items;
        this.catalog = catalog;
        this.clock = clock;
    }

    public void declare(ApiMethodTable v1) {
        ApiMethodTable bulk = v1.withTrait(MethodTrait.BULK);
        bulk.post("/show/episode/seen/{apikey}", SIGNED_IN, OWN, SeenEpisodes.class, this::episodesSeen);
        bulk.post("/show/episode/unseen/{apikey}", SIGNED_IN, OWN, SeenEpisodes.class, this::episodesUnseen);
        v1.post("/show/season/seen/{apikey}", SIGNED_IN, OWN, SeenSeason.class, this::seasonSeen);
        bulk.post("/show/seen/{apikey}", SIGNED_IN, OWN, SeenShows.class, this::showsSeen);
    }

    // POST show/episode/seen, POST show/episode/unseen

    /// `last_played` holds for the episodes that have none of their own.
    record SeenEpisodes(
            @Nullable LenientValue tvdb_id,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year,
            @DateTimeField @Nullable LenientValue last_played,
            @Nullable List<@Nullable SeenEpisode> episodes) {

        V1ItemKey.OfShow show() {
            return new V1ItemKey.OfShow(tvdb_id, imdb_id, title, year);
        }

        List<@Nullable SeenEpisode> all() {
            return V1Bodies.requireNonEmpty("episodes", episodes);
        }
    }

    record SeenEpisode(
            @Nullable LenientValue season,
            @Nullable LenientValue episode,
            @Nullable LenientValue tvdb_id,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue tmdb_id,
            @Nullable LenientValue episode_tvdb_id,
            @Nullable LenientValue episode_imdb_id,
            @Nullable LenientValue episode_tmdb_id,
            @DateTimeField @Nullable LenientValue last_played) {

        V1ItemKey.EpisodeIds ids(V1ItemKey.OfShow show) {
            return new V1ItemKey.EpisodeIds(episode_tvdb_id, episode_imdb_id, episode_tmdb_id)
                    .or(new V1ItemKey.EpisodeIds(tvdb_id, imdb_id, tmdb_id).without(show));
        }
    }

    private Response episodesSeen(Call<SeenEpisodes> call) {
        Instant now = clock.instant();
        V1BatchResult<Instant> batch = matched(
                call,
                episode -> V1LastPlayed.of(episode.last_played(), call.body().last_played(), now),
                true);
        Map<EpisodeId, Watchable> watchables = watchable(batch);
        List<MarkedWatched> seen = batch.matches().stream()
                .flatMap(line -> Stream.ofNullable(watchables.get(line.item()))
                        .map(item -> MarkedWatched.once(item, line.value())))
                .toList();
        return seen(call, seen, "episodes", batch.skipped());
    }

    private Response episodesUnseen(Call<SeenEpisodes> call) {
        V1BatchResult<SeenEpisode> batch = matched(call, Optional::of, false);
        int unseen = plays.unseen(call.userId(), watchable(batch).values());
        return V1Responses.success(unseen + " episodes marked as unseen", "episodes", batch.skipped());
    }

    private <S> V1BatchResult<S> matched(
            Call<SeenEpisodes> call, Function<SeenEpisode, Optional<S>> toItem, boolean adds) {
        SeenEpisodes sent = call.body();
        List<@Nullable SeenEpisode> all = sent.all();
        V1ItemKey.OfShow show = sent.show();
        items.get(call, show, adds);
        return items.match(
                call,
                all,
                episode -> new V1ItemKey.OfEpisode(show, episode.season(), episode.episode(), episode.ids(show)),
                toItem,
                "last_played",
                _ -> !adds);
    }

    private Map<EpisodeId, Watchable> watchable(V1BatchResult<?> batch) {
        List<EpisodeId> ids =
                batch.matches().stream().map(line -> (EpisodeId) line.item()).toList();
        Map<EpisodeId, Watchable> watchable = new HashMap<>();
        catalog.episodes(ids).forEach((id, episode) -> watchable.put(id, Watchable.of(id, episode.show())));
        return watchable;
    }

    // POST show/season/seen

    record SeenSeason(
            @Nullable LenientValue tvdb_id,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year,
            @Nullable LenientValue season,
            @DateTimeField @Nullable LenientValue last_played) {

        V1ItemKey show() {
            return new V1ItemKey.OfShow(tvdb_id, imdb_id, title, year);
        }

        int number() {
            if (V1Values.text(season).isEmpty()) {
                throw new ProblemException(new Problem.Missing("season"));
            }
            OptionalInt number = V1Values.number(season);
            return number.orElseThrow(() -> new ProblemException(new Problem.Invalid("season")));
        }
    }

    private Response seasonSeen(Call<SeenSeason> call) {
        int season = call.body().number();
        Instant now = clock.instant();
        Instant at = V1LastPlayed.required(call.body().last_played(), now);
        ShowGuide guide = catalog.guide((ShowId) items.get(call, call.body().show(), true));
        List<EpisodeSummary> aired = guide.aired(now, true).stream()
                .filter(episode -> episode.season() == season)
                .toList();
        return seen(call, all(guide, aired, at), "seasons", List.of());
    }

    // POST show/seen

    record SeenShows(
            @Nullable LenientValue tvdb_id,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year,
            @DateTimeField @Nullable LenientValue last_played,
            @Nullable List<@Nullable SeenShow> shows) {}

    record SeenShow(
            @Nullable LenientValue tvdb_id,
            @Nullable LenientValue imdb_id,
            @Nullable LenientValue title,
            @Nullable LenientValue year,
            @DateTimeField @Nullable LenientValue last_played)
            implements V1Bodies {

        @Override
        public V1ItemKey item() {
            return new V1ItemKey.OfShow(tvdb_id, imdb_id, title, year);
        }
    }

    /// One client sends several shows at once; all others send one, which must exist.
    private Response showsSeen(Call<SeenShows> call) {
        SeenShows sent = call.body();
        Instant now = clock.instant();
        SeenShow flat = new SeenShow(sent.tvdb_id(), sent.imdb_id(), sent.title(), sent.year(), sent.last_played());
        if (sent.shows() == null) {
            Instant at = V1LastPlayed.required(sent.last_played(), now);
            return markShowsSeen(call, Map.of((ShowId) items.get(call, flat.item(), true), at), now, List.of());
        }
        V1BatchResult<Instant> batch = items.match(
                call,
                V1Bodies.all("shows", sent.shows(), flat),
                SeenShow::item,
                show -> V1LastPlayed.of(show.last_played(), sent.last_played(), now),
                "last_played",
                _ -> false);
        Map<ShowId, Instant> shows = new HashMap<>();
        batch.matches().forEach(line -> shows.put((ShowId) line.item(), line.value()));
        return markShowsSeen(call, shows, now, batch.skipped());
    }

    /// @param shows the time of the plays for each show
    private Response markShowsSeen(Call<?> call, Map<ShowId, Instant> shows, Instant now, List<JsonObject> skipped) {
        List<MarkedWatched> all = new ArrayList<>();
        catalog.guides(shows.keySet())
                .forEach((show, guide) ->
                        all.addAll(all(guide, guide.aired(now, false), shows.getOrDefault(show, now))));
        return seen(call, all, "shows", skipped);
    }

    // Shared

    private static List<MarkedWatched> all(ShowGuide guide, List<EpisodeSummary> episodes, Instant at) {
        return episodes.stream()
                .map(episode -> MarkedWatched.once(
                        Watchable.of(episode.id(), guide.show().id()), at))
                .toList();
    }

    private Response seen(Call<?> call, List<MarkedWatched> episodes, String type, List<JsonObject> skipped) {
        int newlySeen =
                plays.seen(call.userId(), episodes, call.application().id()).size();
        return V1Responses.success(newlySeen + " episodes marked as seen", type, skipped);
    }
}
