package dev.spoolmark.transfer.format.yamtrack;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.record.ImportedItem;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The items of rows. `media_id` of a season or episode is the id of its show. A `manual` id is a number of one
/// installation and says nothing.
final class YamtrackItems {

    private static final Set<String> TYPES = Set.of("movie", "tv", "season", "episode", "anime");
    private static final String MANUAL = "manual";

    private YamtrackItems() {}

    /// Whether the row is about a medium that is not imported, such as a book. A row without a type is not.
    static boolean isOtherMedium(CsvRow row) {
        return !type(row).isEmpty() && !TYPES.contains(type(row));
    }

    static String type(CsvRow row) {
        return row.get("media_type").toLowerCase(Locale.ROOT);
    }

    /// The item of a row.
    ///
    /// @return empty if the row names none
    static Optional<ImportedItem> item(CsvRow row) {
        Integer season = CellValues.count(row.get("season_number"));
        Integer number = CellValues.count(row.get("episode_number"));
        return switch (type(row)) {
            case "movie" -> title(row).map(YamtrackItems::movie);
            case "tv", "anime" -> title(row);
            case "season" -> season == null ? Optional.empty() : title(row).map(show -> show.season(season, Ids.NONE));
            case "episode" ->
                season == null || number == null
                        ? Optional.empty()
                        : title(row).map(show -> show.episode(season, number, Ids.NONE));
            default -> Optional.empty();
        };
    }

    /// A movie with the ids and the title of a show.
    static ImportedItem movie(ImportedItem show) {
        ImportedItem movie = ImportedItem.movie(show.ids(), show.title(), null);
        return show.foreignId() == null ? movie : movie.withForeignId(show.foreignId());
    }

    /// The movie or show, as a show.
    private static Optional<ImportedItem> title(CsvRow row) {
        String source = row.get("source").toLowerCase(Locale.ROOT);
        String id = row.get("media_id");
        Ids ids = ids(source, id);
        String title = row.get("title");
        String foreignId = !ids.isEmpty() || id.isEmpty() || source.equals(MANUAL) ? null : foreignId(source, id);
        if (ids.isEmpty() && foreignId == null && title.isEmpty()) {
            return Optional.empty();
        }
        ImportedItem show = ImportedItem.show(ids, title.isEmpty() ? null : title, null);
        return Optional.of(foreignId == null ? show : show.withForeignId(foreignId));
    }

    private static @Nullable String foreignId(String source, String id) {
        return source.isEmpty() ? null : source + ":" + id;
    }

    private static Ids ids(String source, String id) {
        return switch (source) {
            case "tmdb" -> CellValues.ids("", id, "");
            case "tvdb" -> CellValues.ids("", "", id);
            case "imdb" -> CellValues.ids(id, "", "");
            default -> Ids.NONE;
        };
    }
}
