package dev.spoolmark.web.item;

import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.userstate.ItemDetail;
import dev.spoolmark.userstate.ListMembership;
import dev.spoolmark.web.Layout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the viewer has done with an item, beside watching it.
///
/// @param hasWatchlist whether items of this kind can be on a watchlist
/// @param isCollected of a show or season, whether all its aired episodes are
/// @param copy the form for the details of a collected movie or episode; null for other items
public record ItemMarks(
        RatingView rating,
        RatingChart chart,
        boolean hasWatchlist,
        boolean isListed,
        boolean isFavorite,
        boolean isCollected,
        @Nullable CollectedForm copy,
        List<ListMembership> lists) {

    public ItemMarks {
        lists = List.copyOf(lists);
    }

    static ItemMarks of(
            Layout layout,
            RatingView rating,
            RatingTotals totals,
            ItemDetail detail,
            boolean hasWatchlist,
            boolean isCollected) {
        return new ItemMarks(
                rating,
                RatingChart.of(layout.text().language(), totals),
                hasWatchlist,
                detail.listedAt() != null,
                detail.favoriteSince() != null,
                isCollected,
                detail.collectedAt() == null ? null : CollectedForm.of(layout.text(), detail.copy()),
                detail.lists());
    }

    /// The number of lists with the item.
    public long listCount() {
        return lists.stream().filter(ListMembership::contains).count();
    }
}
