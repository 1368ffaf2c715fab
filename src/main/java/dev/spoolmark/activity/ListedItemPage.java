package dev.spoolmark.activity;

import java.util.List;
import java.util.Optional;

/// Some items of a user in their order.
///
/// @param next where the next page begins, if there is one
public record ListedItemPage(List<ListedItem> items, Optional<ItemPosition> next) {

    public ListedItemPage {
        items = List.copyOf(items);
    }
}
