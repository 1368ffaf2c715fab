package dev.spoolmark.catalog;

import org.jspecify.annotations.Nullable;

/// Where the pictures of an item come from; addresses at the source, not ours. A movie has no banner.
public record Images(
        @Nullable String poster,
        @Nullable String fanart,
        @Nullable String banner) {

    public static final Images NONE = new Images(null, null, null);

    public Images {
        poster = Given.line(poster);
        fanart = Given.line(fanart);
        banner = Given.line(banner);
    }

    Images merge(Images newer) {
        return new Images(
                Facts.newer(poster, newer.poster),
                Facts.newer(fanart, newer.fanart),
                Facts.newer(banner, newer.banner));
    }
}
