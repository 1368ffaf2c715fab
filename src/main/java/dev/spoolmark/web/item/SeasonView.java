package dev.spoolmark.web.item;

import java.util.List;

/// A season on the page of its show.
///
/// @param key names the season in forms
/// @param address of its page, with the base path
/// @param progress how much of it is watched, in words
/// @param left the number of aired episodes that are not watched
public record SeasonView(String key, String address, String title, String progress, int left, List<EpisodeCell> cells) {

    public SeasonView {
        cells = List.copyOf(cells);
    }
}
