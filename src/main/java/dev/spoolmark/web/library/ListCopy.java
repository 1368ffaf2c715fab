package dev.spoolmark.web.library;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.Removal;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.web.library.BulkUndo.Change;
import java.util.List;

/// Adds items of the watchlist or of the collection to a list.
final class ListCopy {

    private ListCopy() {}

    static BulkUndo add(Lists lists, UserId user, String target, List<MediaId> items) {
        Removal added = lists.arrangement().add(user, target, items);
        return new BulkUndo(
                Change.LIST_COPIED,
                added.at(),
                added.items(),
                0,
                lists.get(user, target).id().value());
    }
}
