package dev.spoolmark.web.item;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.web.text.Texts;
import org.jspecify.annotations.Nullable;

/// Names of seasons and episodes in the language of the page.
public final class ItemNames {

    private ItemNames() {}

    /// `Season 2`, or `Specials`.
    public static String season(Texts texts, int number) {
        return number == 0 ? texts.get("item.specials") : texts.get("item.season", number);
    }

    /// `S2 E5`.
    public static String number(Texts texts, int season, int number) {
        return texts.get("item.episode.number", season, number);
    }

    /// `S2 E5 · The title`; without the title if it is unknown.
    public static String episode(Texts texts, int season, int number, @Nullable String title) {
        return title == null ? number(texts, season, number) : texts.get("item.episode.title", season, number, title);
    }

    /// What stands below the title of the movie or show; empty for these themselves.
    public static String detail(Texts texts, ItemSummary item) {
        return switch (item.kind()) {
            case SEASON -> season(texts, item.season());
            case EPISODE -> episode(texts, item.season(), item.number(), item.episodeTitle());
            case MOVIE, SHOW, PERSON, LIST -> "";
        };
    }
}
