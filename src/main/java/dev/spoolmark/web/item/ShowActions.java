package dev.spoolmark.web.item;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.http.Response;
import dev.spoolmark.rewatch.Rewatch;
import dev.spoolmark.showsetting.NextRule;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.UndoToken;
import dev.spoolmark.web.UndoToken.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The form with which a user pins, hides or drops a show, watches it again, or chooses the rule for its next episode.
final class ShowActions {

    private static final int MAX_RUN = 99_999;

    private final ItemPageFeatures features;
    private final TrackedItems items;

    ShowActions(ItemPageFeatures features) {
        this.features = features;
        this.items = new TrackedItems(features.catalog(), features.visibility());
    }

    /// What the button of the form does, the field `do`.
    private enum ShowAction {
        PIN,
        UNPIN,
        HIDE,
        UNHIDE,
        DROP,
        UNDROP,
        IN_ORDER,
        AFTER_LAST,
        REWATCH,
        END_REWATCH
    }

    void declare(PageRoutes routes) {
        routes.post("/track/show", PageAccess.SIGNED_IN, request -> request.waiting(() -> change(request)));
    }

    private Response change(PageRequest request) {
        ShowAction action = request.form().choice("do", ShowAction.class);
        if (action == null || !(items.ofForm(request).id() instanceof ShowId show)) {
            throw TrackedItems.notFound();
        }
        UserId user = request.account().id();
        return switch (action) {
            case PIN ->
                ReturnPath.withNotice(
                        request, features.following().settings().pin(user, show) ? "show_pinned" : "warn_pins");
            case UNPIN -> {
                features.following().settings().unpin(user, show);
                yield ReturnPath.withNotice(request, "show_unpinned");
            }
            case HIDE -> {
                features.hidden().hide(user, HiddenSection.PROGRESS, show);
                yield ReturnPath.withUndo(request, new UndoToken(Change.HIDDEN, show, null, 0));
            }
            case DROP -> {
                features.hidden().hide(user, HiddenSection.DROPPED, show);
                yield ReturnPath.withUndo(request, new UndoToken(Change.DROPPED, show, null, 0));
            }
            case UNHIDE -> unhide(request, user, show, HiddenSection.PROGRESS);
            case UNDROP -> unhide(request, user, show, HiddenSection.DROPPED);
            case IN_ORDER -> rule(request, user, show, NextRule.IN_ORDER);
            case AFTER_LAST -> rule(request, user, show, NextRule.AFTER_LAST);
            case REWATCH -> rewatch(request, user, show);
            case END_REWATCH -> endRewatch(request, user, show);
        };
    }

    private Response unhide(PageRequest request, UserId user, ShowId show, HiddenSection section) {
        boolean isChanged = features.hidden().unhide(user, section, show);
        return ReturnPath.withNotice(request, isChanged ? "show_returned" : "warn_nothing_to_undo");
    }

    private Response rule(PageRequest request, UserId user, ShowId show, NextRule rule) {
        features.following().settings().setRule(user, show, rule);
        return ReturnPath.withNotice(request, rule == NextRule.IN_ORDER ? "next_in_order" : "next_after_last");
    }

    /// A repeated form starts one rewatch.
    private Response rewatch(PageRequest request, UserId user, ShowId show) {
        Optional<Rewatch> started = features.following().rewatches().start(user, show);
        return started.map(run -> ReturnPath.withUndo(
                        request, new UndoToken(Change.REWATCH, show, run.startedAt(), Math.min(run.run(), MAX_RUN))))
                .orElseGet(() -> ReturnPath.withNotice(request, "warn_not_watched"));
    }

    /// The run before goes on with the plays of this one.
    private Response endRewatch(PageRequest request, UserId user, ShowId show) {
        Map<ShowId, Rewatch> current =
                features.following().rewatches().of(features.access().self(request.account()), List.of(show));
        Rewatch run = current.get(show);
        boolean isChanged = run != null && features.following().rewatches().undo(user, show, run.startedAt());
        return ReturnPath.withNotice(request, isChanged ? "rewatch_ended" : "warn_nothing_to_undo");
    }
}
