package dev.spoolmark.web.library;

import dev.spoolmark.account.UserId;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.history.PlayTimes;
import dev.spoolmark.http.Response;
import dev.spoolmark.lists.ListArrangement;
import dev.spoolmark.lists.ListId;
import dev.spoolmark.watchlist.WatchlistArrangement;
import dev.spoolmark.web.LocalPath;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import org.jspecify.annotations.Nullable;

/// Undoes changes of several entries.
final class BulkUndoPages {

    /// The address of the form.
    static final String PATH = "/library/undo";

    private final WatchlistArrangement watchlist;
    private final CollectionItems collection;
    private final ListArrangement lists;
    private final PlayTimes times;

    BulkUndoPages(WatchlistArrangement watchlist, CollectionItems collection, ListArrangement lists, PlayTimes times) {
        this.watchlist = watchlist;
        this.collection = collection;
        this.lists = lists;
        this.times = times;
    }

    void declare(PageRoutes routes) {
        routes.post(PATH, PageAccess.SIGNED_IN, request -> request.waiting(() -> undo(request)));
    }

    private Response undo(PageRequest request) {
        String back = LocalPath.of(request.form().text("next"))
                .filter(path -> path.indexOf('#') < 0)
                .orElse("/");
        BulkUndo undo = BulkUndo.parse(request.form().text("undo"))
                .orElseThrow(() -> new ProblemException(new Problem.Invalid("undo")));
        try {
            int entries = undo(request.account().id(), undo);
            return request.redirect(back, entries == 0 ? "warn_too_late_to_undo" : "change_undone");
        } catch (ProblemException rejected) {
            if (rejected.problem() instanceof Problem.TooMany) {
                return request.redirect(back, "warn_undo_full");
            }
            throw rejected;
        }
    }

    private int undo(UserId user, BulkUndo undo) {
        return switch (undo.change()) {
            case WATCHLIST_REMOVED -> watchlist.restore(user, undo.at());
            case COLLECTION_REMOVED -> collection.restore(user, undo.at());
            case LIST_REMOVED -> lists.undo(user, list(undo.list()), null, undo.at());
            case LIST_MOVED -> lists.undo(user, list(undo.list()), list(undo.target()), undo.at());
            case LIST_COPIED -> lists.undo(user, null, list(undo.target()), undo.at());
            case TIMES_CHANGED -> times.undo(user, undo.at());
        };
    }

    private static @Nullable ListId list(long id) {
        return id == 0 ? null : new ListId(id);
    }
}
