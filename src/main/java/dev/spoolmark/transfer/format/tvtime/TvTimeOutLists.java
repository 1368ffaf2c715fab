package dev.spoolmark.transfer.format.tvtime;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.format.tvtime.TvTimeOutMembers.TvTimeOutKind;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Lists: one row for each item, with the name of its list.
final class TvTimeOutLists {

    /// The most lists. Beyond it, a list is written once for each of its items, and is one list at last.
    private static final int MAX_LISTS = 5_000;

    private final BiConsumer<TvTimeOutKind, Consumer<CsvRow>> tables;
    private final TvTimeIndex movies;
    private final RecordSink sink;
    private final Set<String> lists = new HashSet<>();

    /// @param tables passes the rows of the tables of a kind
    TvTimeOutLists(BiConsumer<TvTimeOutKind, Consumer<CsvRow>> tables, TvTimeIndex movies, RecordSink sink) {
        this.tables = tables;
        this.movies = movies;
        this.sink = sink;
    }

    void read() {
        tables.accept(TvTimeOutKind.LISTS, this::item);
    }

    private void item(CsvRow row) {
        String name = row.get("list_name");
        String key = row.get("list_id", "list_name");
        if (key.isEmpty()) {
            sink.skip(row.source(), SkipReason.UNREADABLE, row.text());
            return;
        }
        boolean isNew = lists.size() >= MAX_LISTS ? !lists.contains(key) : lists.add(key);
        if (isNew) {
            sink.accept(ListRecord.named(row.source(), key, name.isEmpty() ? key : name));
        }
        ImportedItem item = item(row.get("item_type"), row);
        if (TvTimeObjects.isNamed(item)) {
            sink.accept(
                    new ListItemRecord(row.source(), item, key, CellValues.count(row.get("custom_order")), null, null));
        } else {
            sink.skip(row.source(), SkipReason.NO_ITEM, row.text());
        }
    }

    private ImportedItem item(String type, CsvRow row) {
        Ids ids = TvTimeItems.ids("", row.get("tvdb_id"));
        return type.equals("movie")
                ? movies.movie(row.get("uuid"))
                        .orElseGet(() -> TvTimeItems.movie(ids, row.get("name"), "", row.get("uuid")))
                : TvTimeItems.show(ids, row.get("name"));
    }
}
