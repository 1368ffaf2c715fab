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
import dev.spoolmark.lists.UserList;
import dev.spoolmark.web.library.BulkUndo.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A list of the user.
record ListItems(Lists lists, UserList list) implements OwnItems {

    static final List<Kind> KINDS = List.of(Kind.MOVIE, Kind.SHOW, Kind.SEASON, Kind.EPISODE);

    static final List<ItemOrder> ORDERS = List.of(
            ItemOrder.RANK, ItemOrder.ADDED, ItemOrder.TITLE, ItemOrder.YEAR, ItemOrder.RUNTIME, ItemOrder.RATING);

    /// Of lists of others: the ratings of the owner are not shown by an order.
    static final List<ItemOrder> ORDERS_OF_OTHERS =
            List.of(ItemOrder.RANK, ItemOrder.ADDED, ItemOrder.TITLE, ItemOrder.YEAR, ItemOrder.RUNTIME);

    @Override
    public List<Kind> kinds() {
        return KINDS;
    }

    @Override
    public List<ItemOrder> orders() {
        return ORDERS;
    }

    @Override
    public ListedItemPage page(ItemSelection selection, Optional<ItemPosition> after, int size) {
        return lists.page(list, selection, after, size);
    }

    @Override
    public int count(ItemSelection selection, Optional<ItemPosition> upTo) {
        return lists.count(list, selection, upTo, Lists.MAX_ITEMS);
    }

    /// The arrangement of lists takes items of the list only.
    @Override
    public List<MediaId> present(List<MediaId> items) {
        return items;
    }

    @Override
    public BulkUndo remove(List<MediaId> items) {
        Removal removal = lists.arrangement().remove(owner(), list.slug(), items);
        return new BulkUndo(
                Change.LIST_REMOVED, removal.at(), removal.items(), list.id().value(), 0);
    }

    @Override
    public BulkUndo copy(List<MediaId> items, String target) {
        Removal copied = lists.arrangement().copy(owner(), list.slug(), target, items);
        return new BulkUndo(Change.LIST_COPIED, copied.at(), copied.items(), 0, id(target));
    }

    /// Moves items to another list of the user.
    ///
    /// @param target slug of that list
    BulkUndo transfer(List<MediaId> items, String target) {
        Removal moved = lists.arrangement().transfer(owner(), list.slug(), target, items);
        return new BulkUndo(
                Change.LIST_MOVED, moved.at(), moved.items(), list.id().value(), id(target));
    }

    @Override
    public boolean move(MediaId item, int number) {
        return lists.arrangement().move(owner(), list.slug(), item, number);
    }

    @Override
    public boolean moveBy(MediaId item, int places) {
        return lists.arrangement().moveBy(owner(), list.slug(), item, places);
    }

    @Override
    public void note(MediaId item, String note) {
        lists.note(owner(), list.slug(), Map.of(item, note));
    }

    private UserId owner() {
        return list.owner();
    }

    private long id(String slug) {
        return lists.get(owner(), slug).id().value();
    }
}
