package dev.spoolmark.rating;

import dev.spoolmark.activity.ItemPosition;
import java.util.List;
import java.util.Optional;

/// Some ratings of a user, newest first.
///
/// @param next where the next page begins, if there is one
public record RatingPage(List<Rating> ratings, Optional<ItemPosition> next) {

    public RatingPage {
        ratings = List.copyOf(ratings);
    }

    /// @param found up to one more than a page has
    static RatingPage of(List<Rating> found, int size) {
        if (found.size() <= size) {
            return new RatingPage(found, Optional.empty());
        }
        Rating last = found.get(size - 1);
        return new RatingPage(
                found.subList(0, size),
                Optional.of(new ItemPosition(
                        last.at().toEpochMilli(), "", last.item().value())));
    }
}
