package dev.spoolmark.transfer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodePosition;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.Title;
import dev.spoolmark.http.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The JSON objects of movies, shows, seasons and episodes in an archive. The titles used last are in memory.
///
/// Their `trakt` ids are null: readers of the layout take them for ids of Trakt, which belong to other items.
final class ItemObjects {

    private static final int MAX_TITLES = 2_000;

    private final Catalog catalog;
    private final Cache<MediaId, JsonObject> titles = Caffeine.newBuilder()
            .maximumSize(MAX_TITLES)
            .executor(Runnable::run)
            .build();

    ItemObjects(Catalog catalog) {
        this.catalog = catalog;
    }

    /// Reads what is needed for these items.
    Page page(Stream<? extends MediaId> items) {
        Page page = new Page();
        items.forEach(page::require);
        page.load();
        return page;
    }

    /// Where the episodes among these items are in their shows. Those that the catalog no longer has are absent.
    Map<? extends MediaId, EpisodePosition> positions(Stream<? extends MediaId> items) {
        return catalog.positions(items.<EpisodeId>mapMulti((item, out) -> {
                    if (item instanceof EpisodeId episode) {
                        out.accept(episode);
                    }
                })
                .toList());
    }

    private Map<MediaId, JsonObject> titles(Collection<? extends MediaId> requested) {
        Map<MediaId, JsonObject> found = new HashMap<>();
        Set<MovieId> movies = new HashSet<>();
        Set<ShowId> shows = new HashSet<>();
        for (MediaId id : requested) {
            JsonObject cached = titles.getIfPresent(id);
            if (cached != null) {
                found.put(id, cached);
            } else if (id instanceof MovieId movie) {
                movies.add(movie);
            } else if (id instanceof ShowId show) {
                shows.add(show);
            }
        }
        catalog.movies(movies).forEach((id, movie) -> found.put(id, title(movie)));
        catalog.shows(shows).forEach((id, show) -> found.put(id, title(show)));
        titles.putAll(found);
        return found;
    }

    private static JsonObject title(Title title) {
        JsonObject ids = new JsonObject().putNullable("trakt", null).put("slug", title.slug());
        if (title.id().kind() == Kind.SHOW) {
            ids.putNullable("tvdb", title.ids().tvdb());
        }
        ids.putNullable("imdb", title.ids().imdb())
                .putNullable("tmdb", title.ids().tmdb());
        return new JsonObject()
                .put("title", title.title())
                .putNullable("year", title.year())
                .put("ids", withOtherIds(ids, title.id(), title.ids()));
    }

    private static JsonObject season(Season season) {
        JsonObject ids = new JsonObject()
                .putNullable("trakt", null)
                .putNullable("tvdb", season.ids().tvdb())
                .putNullable("tmdb", season.ids().tmdb());
        return new JsonObject().put("number", season.number()).put("ids", withOtherIds(ids, season.id(), season.ids()));
    }

    private static JsonObject episode(Episode episode) {
        JsonObject ids = new JsonObject()
                .putNullable("trakt", null)
                .putNullable("tvdb", episode.ids().tvdb())
                .putNullable("imdb", episode.ids().imdb())
                .putNullable("tmdb", episode.ids().tmdb());
        return new JsonObject()
                .put("season", episode.season())
                .put("number", episode.number())
                .putNullable("title", episode.facts().title())
                .put("ids", withOtherIds(ids, episode.id(), episode.ids()));
    }

    private static JsonObject onlyId(MediaId item) {
        return new JsonObject().put("ids", new JsonObject().put("spoolmark", item.value()));
    }

    /// Ids that the layout does not know, at last that of this server; readers ignore them.
    private static JsonObject withOtherIds(JsonObject known, MediaId item, Ids ids) {
        return known.put("tvrage", ids.tvrage()).put("tvmaze", ids.tvmaze()).put("spoolmark", item.value());
    }

    /// The objects of one page of rows.
    final class Page {

        private final Set<MediaId> requiredTitles = new HashSet<>();
        private final Set<SeasonId> requiredSeasons = new HashSet<>();
        private final Set<EpisodeId> requiredEpisodes = new HashSet<>();
        private Map<MediaId, JsonObject> loadedTitles = Map.of();
        private Map<SeasonId, Season> seasons = Map.of();
        private Map<EpisodeId, Episode> episodes = Map.of();

        private void require(MediaId item) {
            switch (item) {
                case MovieId movie -> requiredTitles.add(movie);
                case ShowId show -> requiredTitles.add(show);
                case SeasonId season -> requiredSeasons.add(season);
                case EpisodeId episode -> requiredEpisodes.add(episode);
            }
        }

        private void load() {
            seasons = catalog.seasons(requiredSeasons);
            episodes = catalog.episodes(requiredEpisodes);
            seasons.values().forEach(season -> requiredTitles.add(season.show()));
            episodes.values().forEach(episode -> requiredTitles.add(episode.show()));
            loadedTitles = titles(requiredTitles);
        }

        /// Adds the members `type`, the item, and the show it belongs to. An item that is no longer in the catalog has
        /// only its id, and its show is null.
        JsonObject describe(JsonObject row, MediaId item) {
            return putItem(row.put("type", item.kind().key()), item);
        }

        JsonObject putItem(JsonObject row, MediaId item) {
            return switch (item) {
                case MovieId movie -> row.put("movie", title(movie));
                case ShowId show -> row.put("show", title(show));
                case SeasonId id -> {
                    Season season = seasons.get(id);
                    yield row.put("season", season == null ? onlyId(id) : season(season))
                            .putNullable("show", season == null ? null : title(season.show()));
                }
                case EpisodeId id -> {
                    Episode episode = episodes.get(id);
                    yield row.put("episode", episode == null ? onlyId(id) : episode(episode))
                            .putNullable("show", episode == null ? null : title(episode.show()));
                }
            };
        }

        private JsonObject title(MediaId id) {
            JsonObject found = loadedTitles.get(id);
            return found == null ? onlyId(id) : found;
        }
    }
}
