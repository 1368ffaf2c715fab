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

/// What a name leads to, for whoever says it: the confirmed for everybody, the provisional only for those whose own
/// data name it (`docs/domain.md#unknown-titles`). For all others it does not exist.
///
/// Every read by name goes through here. What is confirmed costs nothing more; only what is not asks the store once.
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

    /// Whether this thing is there for the viewer.
    public boolean isVisible(Viewer viewer, MediaId item) {
        return visibleAmong(viewer, List.of(item)).contains(item);
    }

    /// Those of these things that are there for the viewer.
    public Set<MediaId> visibleAmong(Viewer viewer, Collection<? extends MediaId> items) {
        Set<MediaId> rendered = new HashSet<>(items);
        Set<MediaId> unsure = new HashSet<>(catalog.provisional(items));
        rendered.removeAll(unsure);
        rendered.addAll(stakes(viewer, unsure));
        unsure.removeAll(rendered);
        unsure.stream().filter(item -> hasUserData(viewer, parts(item))).forEach(rendered::add);
        return rendered;
    }

    /// One episode of a show.
    public Optional<EpisodeSummary> episode(Viewer viewer, ShowGuide guide, int season, int number) {
        return guide.episode(season, number)
                .filter(episode -> !episode.provisional() || hasUserData(viewer, List.of(episode.id())));
    }

    /// The episodes of a show.
    public List<EpisodeSummary> episodes(Viewer viewer, ShowGuide guide) {
        return visibleItem(viewer, guide.episodes());
    }

    /// The episodes of a season.
    public List<EpisodeSummary> episodes(Viewer viewer, ShowGuide guide, int season) {
        return visibleItem(viewer, guide.episodesOf(season));
    }

    /// The seasons of a show. Whoever knows one of its episodes knows the season.
    public List<Season> seasons(Viewer viewer, ShowGuide guide) {
        return guide.seasons().stream()
                .filter(season -> !season.provisional() || hasUserData(viewer, parts(guide, season)))
                .toList();
    }

    private List<EpisodeSummary> visibleItem(Viewer viewer, List<EpisodeSummary> episodes) {
        Set<MediaId> stakes = stakes(
                viewer,
                episodes.stream()
                        .filter(EpisodeSummary::provisional)
                        .map(EpisodeSummary::id)
                        .toList());
        return episodes.stream()
                .filter(episode -> !episode.provisional() || stakes.contains(episode.id()))
                .toList();
    }

    private boolean hasUserData(Viewer viewer, Collection<? extends MediaId> items) {
        return !stakes(viewer, items).isEmpty();
    }

    private Set<MediaId> stakes(Viewer viewer, Collection<? extends MediaId> items) {
        UserId id = viewer.id();
        return id == null || items.isEmpty()
                ? Set.of()
                : database.read(tx -> UserDataReferenceStore.among(tx, id, items));
    }

    /// What else leads to a thing: whoever has a part of it knows of it.
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

    /// Whoever has one of these has something of the show.
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
