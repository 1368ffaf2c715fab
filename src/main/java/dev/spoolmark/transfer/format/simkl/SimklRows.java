package dev.spoolmark.transfer.format.simkl;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.Locale;
import java.util.Optional;

/// The table. It names only the last episode that was watched.
final class SimklRows {

    private final RecordSink sink;
    private final SimklRecords records;

    SimklRows(RecordSink sink) {
        this.sink = sink;
        this.records = new SimklRecords(sink);
    }

    void row(CsvRow row) {
        Optional<ImportedItem> item = item(row);
        if (item.isEmpty()) {
            sink.skip(row.source(), SkipReason.OTHER_MEDIUM, row.text());
        } else if (item.get().title() == null && item.get().ids().equals(Ids.NONE)) {
            sink.skip(row.source(), SkipReason.NO_ITEM, row.text());
        } else {
            write(row, item.get());
        }
    }

    private void write(CsvRow row, ImportedItem item) {
        String state = SimklRecords.state(row.get("watchlist"));
        String at = row.get("watcheddate");
        if (item.kind() == Kind.SHOW) {
            episodes(row, item, state, at);
        } else if (state.equals("completed")) {
            records.play(row.source(), item, at);
        }
        records.state(row.source(), item, state, null);
        records.rating(row.source(), item, row.get("rating"), null);
        records.note(row.source(), item, row.get("memo"));
    }

    private void episodes(CsvRow row, ImportedItem show, String state, String at) {
        String last = row.get("lastepwatched");
        Optional<SimklMark> mark = SimklMark.parse(last);
        if (mark.isPresent()) {
            records.playsUpTo(row.source(), show, mark.get(), at);
        } else if (!CellValues.isNothing(last) && !last.equals("0")) {
            sink.skip(row.source(), SkipReason.INVALID_VALUE, row.text());
        } else if (state.equals("completed")) {
            records.needsEpisodes(row.source(), row.text());
        }
    }

    private static Optional<ImportedItem> item(CsvRow row) {
        String title = row.get("title");
        SimklTitle of = new SimklTitle(title, row.get("year"), row.get("imdb"), row.get("tmdb"), row.get("tvdb"));
        String foreign = "simkl:" + row.get("simkl_id");
        return switch (row.get("type").toLowerCase(Locale.ROOT)) {
            case "movie", "movies" -> Optional.of(of.movie(foreign));
            case "tv", "tv show", "tv shows", "show", "series" -> Optional.of(of.show(foreign));
            case "anime" -> Optional.of(of.anime(foreign));
            default -> Optional.empty();
        };
    }
}
