package dev.spoolmark.web.item;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.UndoToken;
import dev.spoolmark.web.UndoToken.Change;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The form that drops or hides several shows at once, with one undo. Its fields `select` name the shows.
final class SelectedShowActions {

    /// More than a page has.
    private static final int MAX_SHOWS = 500;

    private final ItemPageFeatures features;

    SelectedShowActions(ItemPageFeatures features) {
        this.features = features;
    }

    void declare(PageRoutes routes) {
        routes.post("/track/shows", PageAccess.SIGNED_IN, request -> request.waiting(() -> change(request)));
    }

    private Response change(PageRequest request) {
        return switch (request.form().text("do")) {
            case "drop" -> hide(request, HiddenSection.DROPPED, Change.DROPPED);
            case "hide" -> hide(request, HiddenSection.PROGRESS, Change.HIDDEN);
            default -> throw TrackedItems.notFound();
        };
    }

    private Response hide(PageRequest request, HiddenSection section, Change change) {
        UserId user = request.account().id();
        List<ShowId> shows = selected(request);
        Instant now = Instant.ofEpochMilli(features.clock().millis());
        int hidden = shows.isEmpty() ? 0 : features.hidden().hideAll(user, section, shows, now);
        return hidden == 0
                ? ReturnPath.withNotice(request, "warn_nothing_selected")
                : ReturnPath.withUndo(request, new UndoToken(change, shows.getFirst(), now, hidden));
    }

    /// The shows that the user may see.
    private List<ShowId> selected(PageRequest request) {
        List<ShowId> sent = request.form().all("select").stream()
                .limit(MAX_SHOWS)
                .flatMap(key -> ItemFormKeys.parse(key).stream())
                .flatMap(item -> item instanceof ShowId show ? Stream.of(show) : Stream.empty())
                .distinct()
                .toList();
        Set<MediaId> known = features.catalog().summaries(sent).keySet();
        Set<MediaId> visible = features.visibility().visibleAmong(TrackedItems.viewer(request), known);
        return sent.stream().filter(visible::contains).toList();
    }
}
