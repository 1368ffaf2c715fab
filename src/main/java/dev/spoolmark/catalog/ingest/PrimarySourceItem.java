package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Ids;
import java.util.List;

/// What the deciding source of an item says by itself: the first one that knows the item.
///
/// What it gave before and gives no longer is withdrawn, unless that may be a fault.
///
/// @param source its name
/// @param item its data, without what other sources add
/// @param unplaced ids of episodes without a number
/// @param complete whether all its episodes are included
/// @param unreadable whether it gives values of the item itself that cannot be read
/// @param fallback whether it decides only because a source before it could not be asked
public record PrimarySourceItem(
        String source, SourceItem item, List<Ids> unplaced, boolean complete, boolean unreadable, boolean fallback) {

    public PrimarySourceItem {
        unplaced = List.copyOf(unplaced);
    }

    public static PrimarySourceItem of(SourceItem item, List<UnplacedEpisode> loose) {
        return new PrimarySourceItem(
                "", item, loose.stream().map(UnplacedEpisode::ids).toList(), true, false, false);
    }

    public PrimarySourceItem read(boolean isComplete, boolean isUnreadable) {
        return new PrimarySourceItem(source, item, unplaced, isComplete, isUnreadable, fallback);
    }

    public PrimarySourceItem from(String name, boolean isFallback) {
        return new PrimarySourceItem(name, item, unplaced, complete, unreadable, isFallback);
    }
}
