package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.CatalogItem;
import dev.spoolmark.catalog.Ids;
import java.util.List;

/// What the source says by itself that decides what an item is: the first one that knows it.
///
/// What it gave before and gives no longer is taken back with it, unless that may be its fault or ours.
///
/// @param source its name
/// @param item what it says, without what others fill in
/// @param loose ids of episodes that it has without a number
/// @param whole whether all its episodes are there
/// @param unreadable whether it gives values of the item itself that cannot be read
/// @param standIn whether it only answers because a source before it could not be asked
public record SourceStatement(
        String source, CatalogItem item, List<Ids> loose, boolean whole, boolean unreadable, boolean standIn) {

    public SourceStatement {
        loose = List.copyOf(loose);
    }

    public static SourceStatement of(CatalogItem item, List<UnplacedEpisode> loose) {
        return new SourceStatement(
                "", item, loose.stream().map(UnplacedEpisode::ids).toList(), true, false, false);
    }

    public SourceStatement read(boolean wholeList, boolean anyUnreadable) {
        return new SourceStatement(source, item, loose, wholeList, anyUnreadable, standIn);
    }

    public SourceStatement from(String name, boolean asStandIn) {
        return new SourceStatement(name, item, loose, whole, unreadable, asStandIn);
    }
}
