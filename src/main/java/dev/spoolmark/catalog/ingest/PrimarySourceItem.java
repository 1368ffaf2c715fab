package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Ids;
import java.util.List;

/// The primary source's own data, before other sources fill gaps. The primary source of an item is the first one
/// that knows it.
///
/// What it provided before and no longer provides is withdrawn, unless that may be a fault.
///
/// @param source its name
/// @param item its data
/// @param unplaced ids of episodes without a number
/// @param complete whether all its episodes are included
/// @param unreadable whether it provides values of the item itself that cannot be read
/// @param fallback whether it is primary only because a source before it could not be queried
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
