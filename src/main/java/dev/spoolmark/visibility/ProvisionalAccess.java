package dev.spoolmark.visibility;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.db.Database;
import dev.spoolmark.social.Viewer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides which items a viewer can see: all confirmed ones, and the provisional ones that the viewer's own
/// data references (`docs/domain.md#unknown-titles`). Others do not exist for the viewer.
///
/// Every read by reference goes through this class. Confirmed items cost no query; provisional ones cost one.
public final class ProvisionalAccess {

    private final Database database;
    private final Catalog catalog;

    public ProvisionalAccess(Database database, Catalog catalog) {
        this.database = database;
        this.catalog = catalog;
    }

    /// @return the movie, unless it is unknown or provisional and invisible to the viewer
    public Optional<Movie> movie(Viewer viewer, MovieRef ref) {
        return catalog.findMovie(ref).filter(movie -> !movie.provisional() || hasUserData(viewer, List.of(movie.id())));
    }

    /// @return the show, unless it is unknown or provisional and invisible to the viewer
    public Optional<Show> show(Viewer viewer, ShowRef ref) {
        return catalog.findShow(ref).filter(show -> !show.provisional() || hasUserData(viewer, parts(show.id())));
    }

    /// @return whether the item is visible
    public boolean isVisible(Viewer viewer, MediaId item) {
        return visibleAmong(viewer, List.of(item)).contains(item);
    }

    /// @return the visible ones
    public Set<MediaId> visibleAmong(Viewer viewer, Collection<? extends MediaId> items) {
        Set<MediaId> visible = new HashSet<>(items);
        Set<MediaId> provisional = new HashSet<>(catalog.provisional(items));
        visible.removeAll(provisional);
        visible.addAll(referenced(viewer, provisional));
        provisional.removeAll(visible);
        provisional.stream().filter(item -> hasUserData(viewer, parts(item))).forEach(visible::add);
        return visible;
    }

    /// @return the episode of a show; empty if it does not exist or is invisible
    public Optional<EpisodeSummary> episode(Viewer viewer, ShowGuide guide, int season, int number) {
        return guide.episode(season, number)
                .filter(episode -> !episode.provisional() || hasUserData(viewer, List.of(episode.id())));
    }

    /// @return the visible episodes of a show
    public List<EpisodeSummary> episodes(Viewer viewer, ShowGuide guide) {
        return visibleItem(viewer, guide.episodes());
    }

    /// @return the visible episodes of a season
    public List<EpisodeSummary> episodes(Viewer viewer, ShowGuide guide, int season) {
        return visibleItem(viewer, guide.episodesOf(season));
    }

    /// @return the visible seasons of a show; a season with a visible episode is visible
    public List<Season> seasons(Viewer viewer, ShowGuide guide) {
        return guide.seasons().stream()
                .filter(season -> !season.provisional() || hasUserData(viewer, parts(guide, season)))
                .toList();
    }

    private List<EpisodeSummary> visibleItem(Viewer viewer, List<EpisodeSummary> episodes) {
        Set<MediaId> referencedItems = referenced(
                viewer,
                episodes.stream()
                        .filter(EpisodeSummary::provisional)
                        .map(EpisodeSummary::id)
                        .toList());
        return episodes.stream()
                .filter(episode -> !episode.provisional() || referencedItems.contains(episode.id()))
                .toList();
    }

    private boolean hasUserData(Viewer viewer, Collection<? extends MediaId> items) {
        return !referenced(viewer, items).isEmpty();
    }

    private Set<MediaId> referenced(Viewer viewer, Collection<? extends MediaId> items) {
        UserId id = viewer.id();
        return id == null || items.isEmpty()
                ? Set.of()
                : database.read(tx -> UserDataReferenceStore.among(tx, id, items));
    }

    /// An item is visible if one of its parts is.
    private Collection<MediaId> parts(MediaId item) {
        return switch (item) {
            case MovieId _, EpisodeId _ -> List.of();
            case ShowId show -> parts(show);
            case SeasonId id ->
                catalog.seasons(List.of(id)).values().stream()
                        .flatMap(season -> parts(catalog.guide(season.show()), season).stream())
                        .toList();
        };
    }

    /// @return the show with its seasons and episodes
    private Set<MediaId> parts(ShowId show) {
        ShowGuide guide = catalog.guide(show);
        Set<MediaId> parts = new HashSet<>(Set.of(show));
        guide.seasons().forEach(season -> parts.add(season.id()));
        guide.episodes().forEach(episode -> parts.add(episode.id()));
        return parts;
    }

    private static List<MediaId> parts(ShowGuide guide, Season season) {
        List<MediaId> parts = new ArrayList<>(List.of(season.id()));
        guide.episodesOf(season.number()).forEach(episode -> parts.add(episode.id()));
        return parts;
    }
}
