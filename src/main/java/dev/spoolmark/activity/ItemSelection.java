package dev.spoolmark.activity;

import dev.spoolmark.catalog.Kind;
import org.jspecify.annotations.Nullable;

/// Which items of a user a page shows, and in which order.
///
/// @param kind null for all
/// @param genre name of a genre; null for all
/// @param title folded text that a title contains; empty for all
/// @param confirmed whether provisional items are left out
public record ItemSelection(
        @Nullable Kind kind,
        WatchedFilter watched,
        @Nullable String genre,
        String title,
        boolean confirmed,
        ItemOrder order) {

    /// All items.
    public static ItemSelection of(ItemOrder order) {
        return of(null, order);
    }

    /// @param kind null for all
    public static ItemSelection of(@Nullable Kind kind, ItemOrder order) {
        return new ItemSelection(kind, WatchedFilter.ALL, null, "", false, order);
    }

    /// The same without provisional items.
    public ItemSelection confirmedOnly() {
        return new ItemSelection(kind, watched, genre, title, true, order);
    }

    /// Whether it shows all items in the order of the user, so that each has a number.
    public boolean isWhole() {
        return order == ItemOrder.RANK
                && kind == null
                && watched == WatchedFilter.ALL
                && genre == null
                && title.isEmpty();
    }
}
