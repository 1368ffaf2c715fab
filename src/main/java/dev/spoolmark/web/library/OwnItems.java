package dev.spoolmark.web.library;

import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.activity.ItemSelection;
import dev.spoolmark.activity.ListedItem;
import dev.spoolmark.activity.ListedItemPage;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.web.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The items of a user in one place that the user edits: the watchlist, the collection or a list.
interface OwnItems {

    /// Entries that one request changes at most.
    int MAX_SELECTED = 20_000;

    /// Entries that are read at once.
    int WINDOW = 500;

    /// What the page can be limited to.
    List<Kind> kinds();

    /// What the page can be ordered by; the first is the standard.
    List<ItemOrder> orders();

    ListedItemPage page(ItemSelection selection, Optional<ItemPosition> after, int size);

    /// @param upTo the last item that counts; empty for all
    int count(ItemSelection selection, Optional<ItemPosition> upTo);

    /// Whether the user gives the items an order and notes.
    default boolean isArranged() {
        return orders().contains(ItemOrder.RANK);
    }

    /// Those of these items that are here, in any order.
    List<MediaId> present(List<MediaId> items);

    /// What is known about these items, in words. Items about which nothing is known are absent.
    default Map<MediaId, String> descriptions(Texts texts, List<MediaId> items) {
        return Map.of();
    }

    BulkUndo remove(List<MediaId> items);

    /// Copies items to a list of the user.
    ///
    /// @param target slug of the list
    BulkUndo copy(List<MediaId> items, String target);

    /// @param number from 1; a number beyond the end is the end
    /// @return whether the item is here
    boolean move(MediaId item, int number);

    /// @param places negative for a move towards the beginning
    /// @return whether the item is here
    boolean moveBy(MediaId item, int places);

    void note(MediaId item, String note);

    /// All items of a selection, at most [#MAX_SELECTED].
    default List<MediaId> all(ItemSelection selection) {
        List<MediaId> found = new ArrayList<>();
        Optional<ItemPosition> after = Optional.empty();
        do {
            ListedItemPage page = page(selection, after, WINDOW);
            page.items().stream().map(ListedItem::item).forEach(found::add);
            after = page.next();
        } while (after.isPresent() && found.size() < MAX_SELECTED);
        return found.size() > MAX_SELECTED ? found.subList(0, MAX_SELECTED) : found;
    }
}
