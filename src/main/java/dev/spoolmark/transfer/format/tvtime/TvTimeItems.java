package dev.spoolmark.transfer.format.tvtime;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.record.ImportedItem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Items of TV Time. Its ids of shows, seasons and episodes are those of TheTVDB.
final class TvTimeItems {

    private TvTimeItems() {}

    static Ids ids(String imdb, String tvdb) {
        return CellValues.ids(imdb, "", tvdb);
    }

    /// The `id` object of an entry in a JSON file.
    static Ids ids(JsonNode entry) {
        JsonNode id = entry.path("id");
        return ids(text(id, "imdb"), text(id, "tvdb"));
    }

    static ImportedItem show(Ids ids, String title) {
        return ImportedItem.show(ids, orNull(title), null);
    }

    static ImportedItem show(JsonNode entry) {
        return show(ids(entry), text(entry, "title"));
    }

    /// @param uuid of the movie at TV Time; empty if unknown
    static ImportedItem movie(Ids ids, String title, String year, String uuid) {
        ImportedItem movie = ImportedItem.movie(ids, orNull(title), CellValues.year(year));
        return uuid.isEmpty() ? movie : movie.withForeignId("tvtime:" + uuid);
    }

    static ImportedItem movie(JsonNode entry) {
        return movie(ids(entry), text(entry, "title"), text(entry, "year"), text(entry, "uuid"));
    }

    /// An episode by its own id if that is known: TV Time has specials within ordinary seasons, whose numbers are not
    /// those of their episodes, and old rows whose number is lost, which is 0.
    ///
    /// @return empty if neither numbers nor ids are known
    static Optional<ImportedItem> episode(
            ImportedItem show, @Nullable Integer season, @Nullable Integer number, Ids own, boolean isSpecial) {
        boolean hasOwn = !own.equals(Ids.NONE);
        boolean isMisplaced = isSpecial && season != null && season != 0;
        if (season != null && number != null && (number != 0 || !hasOwn) && !isMisplaced) {
            return Optional.of(show.episode(season, number, own));
        }
        return hasOwn ? Optional.of(ofOwnId(show, isMisplaced ? Integer.valueOf(0) : season, own)) : Optional.empty();
    }

    private static ImportedItem ofOwnId(ImportedItem show, @Nullable Integer season, Ids own) {
        return new ImportedItem(
                Kind.EPISODE, show.ids(), show.title(), show.year(), season, null, own, null, show.foreignId(), null);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /// The same for an item of two files of one export, which name different ids of it.
    static String key(ImportedItem item) {
        Long own = item.ownIds().tvdb();
        Long tvdb = item.ids().tvdb();
        String title = tvdb != null
                ? tvdb.toString()
                : item.title() + " " + item.year() + " " + item.ids().imdb();
        return item.kind() + " " + (own != null ? own.toString() : title + " " + item.season() + " " + item.number());
    }
}
