package dev.spoolmark.transfer;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.Title;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An item in tables of other trackers.
///
/// @param title of the movie or show; of a season or episode that of its show
/// @param ids of the movie or show
/// @param season null for movies and shows
/// @param number of an episode; null for others
/// @param ownIds of a season or episode; otherwise those of the item
/// @param ownTitle of an episode; null for others, and if it is unknown
record ExportedItem(
        Kind kind,
        String title,
        @Nullable Integer year,
        Ids ids,
        @Nullable Integer season,
        @Nullable Integer number,
        Ids ownIds,
        @Nullable String ownTitle) {

    /// Those of these items that the catalog has.
    static Map<MediaId, ExportedItem> of(Catalog catalog, Collection<? extends MediaId> items) {
        Set<MovieId> movies = new HashSet<>();
        Set<ShowId> shows = new HashSet<>();
        Set<SeasonId> seasonIds = new HashSet<>();
        Set<EpisodeId> episodeIds = new HashSet<>();
        for (MediaId item : items) {
            switch (item) {
                case MovieId movie -> movies.add(movie);
                case ShowId show -> shows.add(show);
                case SeasonId season -> seasonIds.add(season);
                case EpisodeId episode -> episodeIds.add(episode);
            }
        }
        Map<SeasonId, Season> seasons = catalog.seasons(seasonIds);
        Map<EpisodeId, Episode> episodes = catalog.episodes(episodeIds);
        seasons.values().forEach(season -> shows.add(season.show()));
        episodes.values().forEach(episode -> shows.add(episode.show()));
        Map<MediaId, ExportedItem> found = new HashMap<>();
        catalog.movies(movies).forEach((id, movie) -> found.put(id, title(movie)));
        catalog.shows(shows).forEach((id, show) -> found.put(id, title(show)));
        seasons.forEach((id, season) -> put(found, id, season.show(), season.number(), null, season.ids(), null));
        episodes.forEach((id, episode) -> put(
                found,
                id,
                episode.show(),
                episode.season(),
                episode.number(),
                episode.ids(),
                episode.facts().title()));
        return found;
    }

    private static ExportedItem title(Title title) {
        return new ExportedItem(
                title.id().kind(), title.title(), title.year(), title.ids(), null, null, title.ids(), null);
    }

    private static void put(
            Map<MediaId, ExportedItem> found,
            MediaId id,
            ShowId showId,
            int season,
            @Nullable Integer number,
            Ids own,
            @Nullable String ownTitle) {
        ExportedItem show = found.get(showId);
        if (show != null) {
            found.put(
                    id,
                    new ExportedItem(id.kind(), show.title(), show.year(), show.ids(), season, number, own, ownTitle));
        }
    }

    /// A row and its item.
    record Described<R>(R row, ExportedItem item) {}

    /// Rows with their items. Those whose items the catalog no longer has are left out.
    static <R> List<Described<R>> describe(Catalog catalog, List<R> rows, Function<R, ? extends MediaId> item) {
        Map<MediaId, ExportedItem> items = of(catalog, rows.stream().map(item).toList());
        List<Described<R>> described = new ArrayList<>();
        for (R row : rows) {
            ExportedItem found = items.get(item.apply(row));
            if (found != null) {
                described.add(new Described<>(row, found));
            }
        }
        return described;
    }
}
