package dev.spoolmark.transfer.format.kodi;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.XmlElement;
import dev.spoolmark.transfer.record.ImportedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Items. Ids are in `uniqueid` elements with a type, and in elements of their own in older files and those of Jellyfin
/// and Emby. All ids in an episode are those of the episode.
final class KodiItems {

    private static final int YEAR_LENGTH = 4;

    /// The most further episodes in one video.
    private static final int MAX_FURTHER_EPISODES = 20;

    private KodiItems() {}

    /// @return empty if the element names none
    static Optional<ImportedItem> movie(XmlElement element) {
        Ids ids = ids(element, "");
        String title = title(element);
        return ids.isEmpty() && title == null
                ? Optional.empty()
                : Optional.of(ImportedItem.movie(ids, title, year(element)));
    }

    /// @return empty if the element names none
    static Optional<ImportedItem> show(XmlElement element) {
        Ids ids = ids(element, element.text("id"));
        String title = title(element);
        return ids.isEmpty() && title == null
                ? Optional.empty()
                : Optional.of(ImportedItem.show(ids, title, year(element)));
    }

    /// The episodes of a video: one, or several in a row up to `episodenumberend`, which Jellyfin writes. The ids are
    /// those of the first one.
    ///
    /// @param around the show, if it is known
    /// @return empty if neither the show with the numbers nor the ids of the episode are known
    static List<ImportedItem> episodes(XmlElement element, @Nullable ImportedItem around) {
        Ids own = ids(element, element.text("id"));
        Integer season = CellValues.count(element.text("season"));
        Integer number = CellValues.count(element.text("episode"));
        ImportedItem show = around == null ? named(element.text("showtitle")) : around;
        if (show == null || season == null || number == null) {
            return own.isEmpty() ? List.of() : List.of(ImportedItem.episode(own));
        }
        List<ImportedItem> episodes = new ArrayList<>();
        episodes.add(show.episode(season, number, own));
        Integer end = CellValues.count(element.text("episodenumberend"));
        for (int next = number + 1; end != null && next <= Math.min(end, number + MAX_FURTHER_EPISODES); next++) {
            episodes.add(show.episode(season, next, Ids.NONE));
        }
        return episodes;
    }

    private static @Nullable ImportedItem named(String title) {
        return title.isEmpty() ? null : ImportedItem.show(Ids.NONE, title, null);
    }

    private static @Nullable String title(XmlElement element) {
        String title = element.text("title");
        String shown = title.isEmpty() ? element.text("originaltitle") : title;
        return shown.isEmpty() ? null : shown;
    }

    private static @Nullable Integer year(XmlElement element) {
        for (String name : new String[] {"year", "premiered", "releasedate", "aired"}) {
            String date = element.text(name);
            Integer year = CellValues.year(date.substring(0, Math.min(YEAR_LENGTH, date.length())));
            if (year != null) {
                return year;
            }
        }
        return null;
    }

    /// @param tvdb id of older files, which is one of TVDB unless it has the form of IMDb
    private static Ids ids(XmlElement element, String tvdb) {
        String old = element.text("id");
        Ids ids = CellValues.ids(old.startsWith("tt") ? old : "", "", tvdb.startsWith("tt") ? "" : tvdb);
        ids = ids.merge(CellValues.ids(
                first(element, "imdbId", "imdbid", "imdb_id"),
                first(element, "tmdbid", "tmdbId"),
                first(element, "tvdbid", "tvdbId")));
        for (XmlElement unique : element.children("uniqueid")) {
            ids = ids.merge(unique(unique));
        }
        return ids;
    }

    private static Ids unique(XmlElement element) {
        return switch (element.attribute("type").toLowerCase(Locale.ROOT)) {
            case "imdb" -> CellValues.ids(element.text(), "", "");
            case "tmdb" -> CellValues.ids("", element.text(), "");
            case "tvdb" -> CellValues.ids("", "", element.text());
            default -> Ids.NONE;
        };
    }

    private static String first(XmlElement element, String... names) {
        for (String name : names) {
            String text = element.text(name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
