package dev.spoolmark.web.item;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.Ids;
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
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.visibility.ProvisionalAccess;
import dev.spoolmark.web.PageRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the item of an address or of a form. One that the viewer may not see is not found, exactly like one that does
/// not exist (`docs/domain.md#unknown-titles`).
final class TrackedItems {

    private final Catalog catalog;
    private final ProvisionalAccess visibility;

    TrackedItems(Catalog catalog, ProvisionalAccess visibility) {
        this.catalog = catalog;
        this.visibility = visibility;
    }

    /// The movie of an address with `{slug}`.
    ///
    /// @throws ProblemException with `NotFound`
    TrackedItem.OfMovie movie(PageRequest request) {
        MovieRef ref = new MovieRef(null, request.variable("slug"), Ids.NONE, null, null);
        return visibility
                .movie(viewer(request), ref)
                .map(TrackedItem.OfMovie::new)
                .orElseThrow(TrackedItems::notFound);
    }

    /// The show of an address with `{slug}`.
    ///
    /// @throws ProblemException with `NotFound`
    TrackedItem.OfShow show(PageRequest request) {
        ShowRef ref = new ShowRef(null, request.variable("slug"), Ids.NONE, null, null);
        Show show = visibility.show(viewer(request), ref).orElseThrow(TrackedItems::notFound);
        return new TrackedItem.OfShow(catalog.guide(show.id()));
    }

    /// The season of an address with `{slug}` and `{season}`.
    ///
    /// @throws ProblemException with `NotFound`
    TrackedItem.OfSeason season(PageRequest request) {
        ShowGuide guide = show(request).guide();
        return ItemFormKeys.number(request.variable("season"))
                .flatMap(guide::season)
                .filter(season -> !season.provisional() || visibility.isVisible(viewer(request), season.id()))
                .map(season -> new TrackedItem.OfSeason(guide, season))
                .orElseThrow(TrackedItems::notFound);
    }

    /// The episode of an address with `{slug}`, `{season}` and `{episode}`.
    ///
    /// @throws ProblemException with `NotFound`
    TrackedItem.OfEpisode episode(PageRequest request) {
        ShowGuide guide = show(request).guide();
        Optional<Integer> season = ItemFormKeys.number(request.variable("season"));
        Optional<Integer> number = ItemFormKeys.number(request.variable("episode"));
        return season.flatMap(of -> number.flatMap(which -> visibility.episode(viewer(request), guide, of, which)))
                .map(episode -> new TrackedItem.OfEpisode(guide, episode))
                .orElseThrow(TrackedItems::notFound);
    }

    /// The item in the field `item` of a form.
    ///
    /// @throws ProblemException with `NotFound`
    TrackedItem ofForm(PageRequest request) {
        return find(request, ItemFormKeys.parse(request.form().text("item")).orElseThrow(TrackedItems::notFound));
    }

    /// An item by its id.
    ///
    /// @throws ProblemException with `NotFound`
    TrackedItem find(PageRequest request, MediaId id) {
        TrackedItem found = read(id);
        if (found == null || !visibility.isVisible(viewer(request), id)) {
            throw notFound();
        }
        return found;
    }

    private @Nullable TrackedItem read(MediaId id) {
        return switch (id) {
            case MovieId movie -> {
                Movie found = catalog.movies(List.of(movie)).get(movie);
                yield found == null ? null : new TrackedItem.OfMovie(found);
            }
            case ShowId show -> {
                ShowGuide guide = catalog.guides(List.of(show)).get(show);
                yield guide == null ? null : new TrackedItem.OfShow(guide);
            }
            case SeasonId season -> {
                Season found = catalog.seasons(List.of(season)).get(season);
                yield found == null ? null : new TrackedItem.OfSeason(catalog.guide(found.show()), found);
            }
            case EpisodeId episode -> {
                Episode found = catalog.episodes(List.of(episode)).get(episode);
                yield found == null ? null : ofEpisode(found);
            }
        };
    }

    private @Nullable TrackedItem ofEpisode(Episode episode) {
        ShowGuide guide = catalog.guide(episode.show());
        return guide.episode(episode.season(), episode.number())
                .map(found -> new TrackedItem.OfEpisode(guide, found))
                .orElse(null);
    }

    static Viewer viewer(PageRequest request) {
        return Viewer.of(request.account());
    }

    static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound("page"));
    }
}
