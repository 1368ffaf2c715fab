package dev.spoolmark.web.item;

import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.history.PlayAdditions;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.http.Response;
import dev.spoolmark.note.NoteTarget;
import dev.spoolmark.scrobble.ResumePoint;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.UndoToken;
import java.time.Instant;
import java.util.List;

/// The form that undoes what another form has changed. It changes only data of the user who sends it.
final class UndoActions {

    private final ItemPageFeatures features;
    private final TrackedItems items;
    private final PlayAdditions plays;

    UndoActions(ItemPageFeatures features) {
        this.features = features;
        this.items = new TrackedItems(features.catalog(), features.visibility());
        this.plays = features.plays();
    }

    void declare(PageRoutes routes) {
        routes.post("/track/undo", PageAccess.SIGNED_IN, request -> request.waiting(() -> undo(request)));
    }

    private Response undo(PageRequest request) {
        UndoToken undo = UndoToken.parse(request.form().text("undo")).orElseThrow(TrackedItems::notFound);
        int changed = switch (undo.change()) {
            case WATCHED -> removeAdded(request, undo);
            case WATCHED_LISTED -> removeAddedAndList(request, undo);
            case DELETED -> restore(request, undo);
            case HIDDEN -> unhide(request, undo, HiddenSection.PROGRESS);
            case NOTE -> restoreNote(request, undo);
            case COMMENT -> restoreComment(request, undo);
            case DROPPED -> unhide(request, undo, HiddenSection.DROPPED);
            case REWATCH -> endRewatch(request, undo);
            case RESUME -> restoreResumePoint(request, undo);
            case FAVORITE -> restoreFavorite(request, undo);
        };
        String notice = changed == 0 ? "warn_nothing_to_undo" : "undone";
        return hasPage(request, undo) ? ReturnPath.withNotice(request, notice) : request.redirect("/", notice);
    }

    /// The page of a provisional item is gone when the user has no more data about the item.
    private boolean hasPage(PageRequest request, UndoToken undo) {
        return undo.kind() == Kind.PERSON || features.visibility().isVisible(TrackedItems.viewer(request), undo.item());
    }

    private int restoreNote(PageRequest request, UndoToken undo) {
        Instant deletedAt = undo.at();
        NoteTarget target = new NoteTarget(undo.kind(), undo.id());
        return deletedAt != null && features.notes().restore(request.account().id(), target, deletedAt) ? 1 : 0;
    }

    private int restoreComment(PageRequest request, UndoToken undo) {
        Instant deletedAt = undo.at();
        return deletedAt != null
                        && features.comments().edits().restore(request.account().id(), undo.item(), deletedAt)
                ? 1
                : 0;
    }

    private int removeAdded(PageRequest request, UndoToken undo) {
        Instant storedAt = undo.at();
        if (storedAt == null) {
            return 0;
        }
        int removed = plays.undo(request.account().id(), watchables(request, undo.item()), storedAt);
        if (removed > 0) {
            features.together().withdraw(request.account().id(), storedAt);
        }
        return removed;
    }

    /// The item is the newest of the watchlist then.
    private int removeAddedAndList(PageRequest request, UndoToken undo) {
        TrackedItem item = items.find(request, undo.item());
        int removed = removeAdded(request, undo);
        if (removed > 0) {
            WatchlistChange.add(features.watchlist(), request.account().id(), item);
        }
        return removed;
    }

    /// One show, or all that were hidden at once.
    private int unhide(PageRequest request, UndoToken undo, HiddenSection section) {
        Instant hiddenAt = undo.at();
        if (hiddenAt != null) {
            return features.hidden().unhideAll(request.account().id(), section, hiddenAt);
        }
        MediaId show = items.find(request, undo.item()).id();
        return features.hidden().unhide(request.account().id(), section, show) ? 1 : 0;
    }

    private int restoreFavorite(PageRequest request, UndoToken undo) {
        Instant removedAt = undo.at();
        return removedAt == null
                ? 0
                : features.favorites().restore(request.account().id(), removedAt);
    }

    private int restoreResumePoint(PageRequest request, UndoToken undo) {
        Instant pausedAt = undo.at();
        List<Watchable> item = watchables(request, undo.item());
        if (pausedAt == null || item.size() != 1 || undo.number() > ResumePoint.COMPLETE) {
            return 0;
        }
        ResumePoint removed = new ResumePoint(item.getFirst().id(), undo.number(), pausedAt);
        return features.playback().restoreResumePoint(request.account().id(), removed) ? 1 : 0;
    }

    private int endRewatch(PageRequest request, UndoToken undo) {
        Instant startedAt = undo.at();
        return startedAt != null
                        && items.find(request, undo.item()).id() instanceof ShowId show
                        && features.following()
                                .rewatches()
                                .undo(request.account().id(), show, startedAt)
                ? 1
                : 0;
    }

    private int restore(PageRequest request, UndoToken undo) {
        List<Watchable> item = watchables(request, undo.item());
        return item.size() == 1
                ? DeletedPlayNumber.play(undo, item.getFirst())
                        .map(deleted ->
                                plays.restore(request.account().id(), deleted).items())
                        .orElse(0)
                : 0;
    }

    /// All episodes of a show, whether they have aired or not.
    private List<Watchable> watchables(PageRequest request, MediaId item) {
        return switch (items.find(request, item)) {
            case TrackedItem.OfMovie(Movie movie) -> List.of(Watchable.of(movie.id()));
            case TrackedItem.OfShow(ShowGuide guide) -> EpisodeSelection.watchables(guide, guide.episodes());
            case TrackedItem.OfSeason _ -> List.of();
            case TrackedItem.OfEpisode(ShowGuide guide, EpisodeSummary episode) ->
                List.of(Watchable.of(episode.id(), guide.show().id()));
        };
    }
}
