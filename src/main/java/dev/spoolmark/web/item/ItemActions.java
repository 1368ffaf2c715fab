package dev.spoolmark.web.item;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.Removal;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Score;
import dev.spoolmark.scrobble.ResumePoint;
import dev.spoolmark.userstate.ListMembership;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.UndoToken;
import dev.spoolmark.web.UndoToken.Change;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The forms for the rating, the watchlist, the favourites, the collection and the lists of one item.
final class ItemActions {

    private static final Pattern SCORE = Pattern.compile("[0-9]|10");

    private final ItemPageFeatures features;
    private final TrackedItems items;

    ItemActions(ItemPageFeatures features) {
        this.features = features;
        this.items = new TrackedItems(features.catalog(), features.visibility());
    }

    void declare(PageRoutes routes) {
        routes.post("/track/rating", PageAccess.SIGNED_IN, request -> request.waiting(() -> rate(request)))
                .post("/track/watchlist", PageAccess.SIGNED_IN, request -> request.waiting(() -> watchlist(request)))
                .post("/track/favorite", PageAccess.SIGNED_IN, request -> request.waiting(() -> favorite(request)))
                .post(
                        "/track/resume/delete",
                        PageAccess.SIGNED_IN,
                        request -> request.waiting(() -> deleteResumePoint(request)))
                .post("/track/collection", PageAccess.SIGNED_IN, request -> request.waiting(() -> collect(request)))
                .post(
                        "/track/collection/details",
                        PageAccess.SIGNED_IN,
                        request -> request.waiting(() -> describe(request)))
                .post("/track/lists", PageAccess.SIGNED_IN, request -> request.waiting(() -> lists(request)));
    }

    /// The field `score` is a score from 1 to 10, or 0 to remove the rating.
    private Response rate(PageRequest request) {
        MediaId item = items.ofForm(request).id();
        String sent = request.form().text("score");
        if (!SCORE.matcher(sent).matches()) {
            throw TrackedItems.notFound();
        }
        int score = AsciiNumber.parseInt(sent);
        RatingChange change = new RatingChange(item, score == 0 ? null : new Score(score));
        features.ratings().rate(request.account().id(), List.of(change));
        return ReturnPath.withNotice(request, score == 0 ? "rating_removed" : "rated");
    }

    private Response watchlist(PageRequest request) {
        UserId user = request.account().id();
        TrackedItem item = items.ofForm(request);
        if (!isOn(request)) {
            features.watchlist().remove(user, List.of(item.id()));
            return ReturnPath.withNotice(request, "watchlist_removed");
        }
        WatchlistChange.add(features.watchlist(), user, item);
        return ReturnPath.withNotice(request, "watchlist_added");
    }

    /// Movies and shows. A removal can be undone.
    private Response favorite(PageRequest request) {
        UserId user = request.account().id();
        TrackedItem item = items.ofForm(request);
        if (!isOn(request)) {
            Removal removal = features.favorites().remove(user, List.of(item.id()));
            return removal.items() == 0
                    ? ReturnPath.withNotice(request, "warn_nothing_to_undo")
                    : ReturnPath.withUndo(request, new UndoToken(Change.FAVORITE, item.id(), removal.at(), 1));
        }
        try {
            addFavorite(user, item);
        } catch (ProblemException full) {
            if (full.problem() instanceof Problem.TooMany) {
                return ReturnPath.withNotice(request, "warn_favorites");
            }
            throw full;
        }
        return ReturnPath.withNotice(request, "favorite_added");
    }

    private void addFavorite(UserId user, TrackedItem item) {
        switch (item) {
            case TrackedItem.OfMovie(var movie) -> features.favorites().addMovies(user, List.of(movie.id()));
            case TrackedItem.OfShow(ShowGuide guide) ->
                features.favorites().addShows(user, List.of(guide.show().id()));
            case TrackedItem.OfSeason _, TrackedItem.OfEpisode _ -> throw TrackedItems.notFound();
        }
    }

    /// Deletes the position at which playback was stopped.
    private Response deleteResumePoint(PageRequest request) {
        MediaId item = items.ofForm(request).id();
        Optional<ResumePoint> point =
                features.playback().resumePoint(features.access().self(request.account()), item);
        boolean isDeleted =
                features.playback().removeResumePoint(request.account().id(), item);
        return point.filter(found -> isDeleted)
                .map(found -> ReturnPath.withUndo(
                        request, new UndoToken(Change.RESUME, item, found.pausedAt(), found.progress())))
                .orElseGet(() -> ReturnPath.withNotice(request, "warn_nothing_to_undo"));
    }

    /// A show or season is collected with all its aired episodes.
    private Response collect(PageRequest request) {
        UserId user = request.account().id();
        boolean isOn = isOn(request);
        switch (items.ofForm(request)) {
            case TrackedItem.OfMovie(var movie) -> {
                if (isOn) {
                    features.collection().addMovies(user, List.of(movie.id()));
                } else {
                    features.collection().remove(user, List.of(movie.id()));
                }
            }
            case TrackedItem.OfShow(ShowGuide guide) ->
                collect(user, guide, EpisodeSelection.ofShow(guide, now()), isOn);
            case TrackedItem.OfSeason(ShowGuide guide, var season) ->
                collect(user, guide, EpisodeSelection.ofSeason(guide, season.number(), now()), isOn);
            case TrackedItem.OfEpisode(ShowGuide guide, EpisodeSummary episode) ->
                collect(user, guide, List.of(episode), isOn);
        }
        return ReturnPath.withNotice(request, isOn ? "collection_added" : "collection_removed");
    }

    /// Stores the details of a collected movie or episode.
    private Response describe(PageRequest request) {
        MediaId item = items.ofForm(request).id();
        boolean isCollected =
                features.collection().setDetails(request.account().id(), item, CollectedForm.read(request));
        return ReturnPath.withNotice(request, isCollected ? "copy_saved" : "warn_nothing_to_undo");
    }

    private void collect(UserId user, ShowGuide guide, List<EpisodeSummary> episodes, boolean isOn) {
        List<EpisodeId> ids = episodes.stream().map(EpisodeSummary::id).toList();
        if (isOn) {
            features.collection().addEpisodes(user, guide.show().id(), ids);
        } else {
            features.collection().remove(user, ids);
        }
    }

    /// The fields `list` are the lists that the item is to be on, the fields `shown` those that the page had. A list
    /// that another page has created meanwhile stays as it is.
    private Response lists(PageRequest request) {
        Account account = request.account();
        MediaId item = items.ofForm(request).id();
        Set<String> chosen = new HashSet<>(request.form().all("list"));
        Set<String> shown = new HashSet<>(request.form().all("shown"));
        for (ListMembership list : features.detail(account, item, null).lists()) {
            boolean isSelected = chosen.contains(list.slug());
            if (isSelected && !list.contains()) {
                features.lists().add(account.id(), list.slug(), List.of(item));
            } else if (!isSelected && list.contains() && shown.contains(list.slug())) {
                features.lists().remove(account.id(), list.slug(), List.of(item));
            }
        }
        Optional<String> name = newList(request);
        if (name.isPresent() && !addToNewList(account.id(), name.get(), item)) {
            return ReturnPath.withNotice(request, "warn_list");
        }
        return ReturnPath.withNotice(request, "lists_saved");
    }

    /// Creates a private list with one item.
    ///
    /// @return false if the name is taken or too long, or if the user has too many lists
    private boolean addToNewList(UserId user, String name, MediaId item) {
        UserList list;
        try {
            list = features.lists().create(user, new ListSettings(name, "", Privacy.PRIVATE, false, false));
        } catch (ProblemException rejected) {
            return false;
        }
        features.lists().add(user, list.slug(), List.of(item));
        return true;
    }

    private static Optional<String> newList(PageRequest request) {
        return Optional.of(request.form().text("new_list")).filter(name -> !name.isEmpty());
    }

    private static boolean isOn(PageRequest request) {
        return request.form().text("on").equals("1");
    }

    private Instant now() {
        return features.clock().instant();
    }
}
