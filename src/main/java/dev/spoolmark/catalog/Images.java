package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.FactMerge;
import dev.spoolmark.catalog.ingest.InputCleaner;
import org.jspecify.annotations.Nullable;

/// URLs of the images of an item at their source. A movie has no banner.
public record Images(
        @Nullable String poster,
        @Nullable String fanart,
        @Nullable String banner) {

    public static final Images NONE = new Images(null, null, null);

    public Images {
        poster = InputCleaner.line(poster);
        fanart = InputCleaner.line(fanart);
        banner = InputCleaner.line(banner);
    }

    Images merge(Images newer) {
        return new Images(
                FactMerge.newer(poster, newer.poster),
                FactMerge.newer(fanart, newer.fanart),
                FactMerge.newer(banner, newer.banner));
    }
}
