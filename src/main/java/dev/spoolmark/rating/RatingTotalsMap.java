package dev.spoolmark.rating;

import dev.spoolmark.catalog.MediaId;
import java.util.Map;

/// The totals of several items.
///
/// @param rated without the items that nobody has rated
public record RatingTotalsMap(Map<MediaId, RatingTotals> rated) {

    public static final RatingTotalsMap EMPTY = new RatingTotalsMap(Map.of());

    public RatingTotalsMap {
        rated = Map.copyOf(rated);
    }

    /// The totals of one item; [RatingTotals#NONE] if nobody has rated it.
    public RatingTotals of(MediaId item) {
        return rated.getOrDefault(item, RatingTotals.NONE);
    }
}
