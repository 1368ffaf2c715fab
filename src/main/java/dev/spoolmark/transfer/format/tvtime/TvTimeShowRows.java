package dev.spoolmark.transfer.format.tvtime;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.record.FavoriteRecord;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;

/// Followed shows. One that the user has stopped is dropped; one without a watched episode is on the watchlist.
final class TvTimeShowRows {

    private final TvTimeMembers members;
    private final TvTimeIndex index;
    private final RecordSink sink;

    TvTimeShowRows(TvTimeMembers members, TvTimeIndex index, RecordSink sink) {
        this.members = members;
        this.index = index;
        this.sink = sink;
    }

    void read() {
        members.forEach(TvTimeMembers.EPISODES, row -> {
            if (row.get("key").startsWith("user-series")) {
                follow(row, row.get("is_archived"), row.get("is_followed"), row.get("is_for_later"));
            }
        });
        members.forEach(
                TvTimeMembers.FOLLOWED, sink, row -> follow(row, row.get("archived"), active(row, "active"), ""));
        members.forEach(TvTimeMembers.SHOWS, sink, row -> {
            if (CellValues.isTrue(row.get("is_favorited", "is_favorite"))) {
                favorite(row);
            }
            if (!members.has(TvTimeMembers.EPISODES)) {
                follow(row, row.get("is_archived", "archived"), active(row, "is_followed"), row.get("is_for_later"));
            }
        });
    }

    /// Empty columns are not in the file.
    private static String active(CsvRow row, String column) {
        return row.has(column) ? row.get(column) : "true";
    }

    private void follow(CsvRow row, String archived, String followed, String later) {
        Long id = CellValues.id(row.get("s_id", "tv_show_id"));
        if (id == null) {
            sink.skip(row.source(), SkipReason.NO_ITEM, row.text());
            return;
        }
        if (!index.addWritten(id)) {
            return;
        }
        if (CellValues.isTrue(archived)) {
            sink.accept(new HiddenRecord(
                    row.source(), show(id, row), HiddenSection.DROPPED, CellValues.instant(row.get("updated_at"))));
        } else if (CellValues.isTrue(later) || (CellValues.isTrue(followed) && !index.isWatched(id))) {
            sink.accept(new WatchlistRecord(
                    row.source(), show(id, row), null, CellValues.instant(row.get("created_at")), null));
        }
    }

    private void favorite(CsvRow row) {
        Long id = CellValues.id(row.get("tv_show_id"));
        if (id == null) {
            sink.skip(row.source(), SkipReason.NO_ITEM, row.text());
        } else {
            sink.accept(new FavoriteRecord(row.source(), show(id, row), null, null, null));
        }
    }

    private static ImportedItem show(long id, CsvRow row) {
        return TvTimeItems.show(Ids.ofTvdb(id), row.get("series_name", "tv_show_name"));
    }
}
