package dev.spoolmark.web.item;

import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.http.Response;
import dev.spoolmark.scrobble.Checkin;
import dev.spoolmark.scrobble.PlaybackReport;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.time.Duration;
import java.util.List;

/// The forms that check in to a movie or an episode, and cancel that. A check-in becomes a play when the
/// runtime has passed; an item without a known runtime has a usual one
/// (`docs/spec/v1/conventions.md#watching-scrobbles-and-check-ins`).
final class CheckinActions {

    private final ItemPageFeatures features;
    private final TrackedItems items;

    CheckinActions(ItemPageFeatures features) {
        this.features = features;
        this.items = new TrackedItems(features.catalog(), features.visibility());
    }

    void declare(PageRoutes routes) {
        routes.post("/track/checkin", PageAccess.SIGNED_IN, request -> request.waiting(() -> checkIn(request)))
                .post("/track/checkin/cancel", PageAccess.SIGNED_IN, request -> request.waiting(() -> cancel(request)));
    }

    /// While another check-in runs, the page of what is being watched says so and can cancel it.
    private Response checkIn(PageRequest request) {
        Checkin result = features.scrobbles().checkIn(request.account().id(), report(items.ofForm(request)));
        return switch (result) {
            case Checkin.Started _ -> ReturnPath.withNotice(request, "checked_in");
            case Checkin.Busy _ -> request.redirect("/activity/now", "warn_checkin_busy");
        };
    }

    private Response cancel(PageRequest request) {
        features.scrobbles().cancelCheckin(request.account().id());
        return ReturnPath.withNotice(request, "checkin_cancelled");
    }

    private PlaybackReport report(TrackedItem item) {
        return switch (item) {
            case TrackedItem.OfMovie(Movie movie) ->
                new PlaybackReport(
                        Watchable.of(movie.id()), null, movie.length().orElse(null), 0, null);
            case TrackedItem.OfEpisode(ShowGuide guide, var episode) -> {
                Duration length = features.catalog().episodes(List.of(episode.id())).values().stream()
                        .flatMap(full -> full.length(guide.show()).stream())
                        .findFirst()
                        .orElse(null);
                yield new PlaybackReport(Watchable.of(episode.id(), guide.show().id()), null, length, 0, null);
            }
            case TrackedItem.OfShow _, TrackedItem.OfSeason _ -> throw TrackedItems.notFound();
        };
    }
}
