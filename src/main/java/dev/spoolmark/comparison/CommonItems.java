package dev.spoolmark.comparison;

import dev.spoolmark.catalog.MediaId;
import java.util.List;

/// Items that both users have watched.
///
/// @param count of all of them
/// @param first some of them
public record CommonItems(long count, List<MediaId> first) {

    static final CommonItems NONE = new CommonItems(0, List.of());

    public CommonItems {
        first = List.copyOf(first);
    }
}
