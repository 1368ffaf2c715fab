package dev.spoolmark.web.library;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.activity.ItemSelection;
import dev.spoolmark.activity.ListedItemPage;
import dev.spoolmark.activity.Removal;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.watchlist.Watchlist;
import dev.spoolmark.web.library.BulkUndo.Change;
import java.util.List;
import java.util.Optional;

/// The watchlist of the user.
record WatchlistItems(Watchlist watchlist, Lists lists, ProfileView self) implements OwnItems {

    @Override
    public List<Kind> kinds() {
        return List.of(Kind.MOVIE, Kind.SHOW, Kind.EPISODE);
    }

    @Override
    public List<ItemOrder> orders() {
        return List.of(
                ItemOrder.ADDED, ItemOrder.RANK, ItemOrder.TITLE, ItemOrder.YEAR, ItemOrder.RUNTIME, ItemOrder.RATING);
    }

    @Override
    public ListedItemPage page(ItemSelection selection, Optional<ItemPosition> after, int size) {
        return watchlist.page(self, selection, after, size);
    }

    @Override
    public int count(ItemSelection selection, Optional<ItemPosition> upTo) {
        return watchlist.count(self, selection, upTo);
    }

    @Override
    public List<MediaId> present(List<MediaId> items) {
        return List.copyOf(watchlist.since(self, items).keySet());
    }

    @Override
    public BulkUndo remove(List<MediaId> items) {
        Removal removal = watchlist.arrangement().remove(user(), items);
        return new BulkUndo(Change.WATCHLIST_REMOVED, removal.at(), removal.items(), 0, 0);
    }

    @Override
    public BulkUndo copy(List<MediaId> items, String target) {
        return ListCopy.add(lists, user(), target, items);
    }

    @Override
    public boolean move(MediaId item, int number) {
        return watchlist.arrangement().move(user(), item, number);
    }

    @Override
    public boolean moveBy(MediaId item, int places) {
        return watchlist.arrangement().moveBy(user(), item, places);
    }

    @Override
    public void note(MediaId item, String note) {
        watchlist.arrangement().note(user(), item, note);
    }

    private UserId user() {
        return self.account().id();
    }
}
