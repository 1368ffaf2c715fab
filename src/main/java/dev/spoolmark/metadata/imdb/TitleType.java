package dev.spoolmark.metadata.imdb;

import java.util.Map;

/// The types of titles that are imported. Shorts, games and others are left out.
enum TitleType {
    MOVIE,
    SHOW,
    EPISODE,
    LEFT_OUT;

    private static final Map<String, TitleType> BY_NAME = Map.ofEntries(
            Map.entry("movie", MOVIE),
            Map.entry("tvMovie", MOVIE),
            Map.entry("tvSpecial", MOVIE),
            Map.entry("video", MOVIE),
            Map.entry("tvSeries", SHOW),
            Map.entry("tvMiniSeries", SHOW),
            Map.entry("tvEpisode", EPISODE),
            Map.entry("short", LEFT_OUT),
            Map.entry("tvShort", LEFT_OUT),
            Map.entry("tvPilot", LEFT_OUT),
            Map.entry("videoGame", LEFT_OUT),
            Map.entry("musicVideo", LEFT_OUT),
            Map.entry("radioSeries", LEFT_OUT),
            Map.entry("radioEpisode", LEFT_OUT),
            Map.entry("podcastSeries", LEFT_OUT),
            Map.entry("podcastEpisode", LEFT_OUT));

    static TitleType of(String text) {
        TitleType type = BY_NAME.get(text);
        if (type == null) {
            throw new InvalidRowException("there is no title type \"" + text + "\"");
        }
        return type;
    }
}
