package dev.spoolmark.lists;

import dev.spoolmark.catalog.MediaId;
import java.util.Collection;
import java.util.Map;

/// The mean ratings of all users.
@FunctionalInterface
public interface EveryonesRatings {

    /// @param items movies and shows
    /// @return percentages from 10 to 100; items without ratings are absent
    Map<MediaId, Integer> percentages(Collection<MediaId> items);
}
