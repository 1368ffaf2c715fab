package dev.spoolmark.transfer.format.seriesguide;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Lists with their items. The type of an item says whose id it has: that of a season or episode is its own, of TVDB.
final class SeriesGuideLists {

    private final RecordSink sink;

    SeriesGuideLists(RecordSink sink) {
        this.sink = sink;
    }

    void read(ImportFile file, String member) {
        JsonElements.forEach(file, member, this::list);
    }

    private void list(RecordSource source, JsonNode row) {
        String name = text(row, "name");
        if (name.isEmpty()) {
            sink.skip(source, SkipReason.INVALID_VALUE, text(row, "list_id"));
            return;
        }
        String key = source.toString();
        sink.accept(ListRecord.named(source, key, name));
        for (JsonNode item : row.path("items")) {
            item(item)
                    .ifPresentOrElse(
                            found -> sink.accept(new ListItemRecord(source, found, key, null, null, null)),
                            () -> sink.skip(source, SkipReason.NO_ITEM, name + ": " + item));
        }
    }

    private static Optional<ImportedItem> item(JsonNode row) {
        String external = text(row, "externalId");
        String id = external.isEmpty() ? text(row, "tvdb_id") : external;
        Ids tmdb = CellValues.ids("", id, "");
        Ids tvdb = CellValues.ids("", "", id);
        Ids imdb = CellValues.ids(id, "", "");
        ImportedItem item = switch (text(row, "type")) {
            case "tmdb-show" -> ImportedItem.show(tmdb, null, null);
            case "show" -> ImportedItem.show(tvdb, null, null);
            case "season" -> new ImportedItem(Kind.SEASON, Ids.NONE, null, null, null, null, tvdb, null, null, null);
            case "episode" -> ImportedItem.episode(tvdb);
            case "tmdb-movie" -> ImportedItem.movie(tmdb, null, null);
            case "imdb-movie", "movie" -> ImportedItem.movie(imdb, null, null);
            default -> ImportedItem.episode(Ids.NONE);
        };
        return Optional.of(item)
                .filter(found -> !found.ids().isEmpty() || !found.ownIds().isEmpty());
    }
}
