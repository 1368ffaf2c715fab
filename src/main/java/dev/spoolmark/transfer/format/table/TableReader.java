package dev.spoolmark.transfer.format.table;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.format.NewestRatings;
import dev.spoolmark.transfer.format.UnknownPlays;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.NoteRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes records of rows. One row may be a play, a rating, an item of the watchlist and of a list, and a note.
final class TableReader {

    private final TableSource source;
    private final TableSettings settings;
    private final TableMapping mapping;
    private final TableItems items;
    private final TablePlays plays;
    private final TableLists lists;
    private final RecordSink sink;
    private final UnknownPlays unknown = new UnknownPlays();
    private final NewestRatings ratings = new NewestRatings();

    TableReader(TableSource source, TableSettings settings, RecordSink sink) {
        this.source = source;
        this.settings = settings;
        this.mapping = settings.mapping();
        this.items = new TableItems(mapping);
        this.plays = new TablePlays(settings);
        this.lists = new TableLists(sink);
        this.sink = sink;
    }

    void read() {
        source.forEach(sink, this::row);
        if (!unknown.isEmpty()) {
            source.forEach(
                    Integer.MAX_VALUE, row -> items.item(row).ifPresent(item -> unknown.count(item, plays.count(row))));
            unknown.writeTo(sink);
        }
        ratings.writeTo(sink);
    }

    private void row(TableRow row) {
        Optional<ImportedItem> item = items.item(row);
        if (item.isEmpty()) {
            sink.skip(row.source(), items.reason(row), row.text());
            return;
        }
        boolean isPlay = plays.isPlay(row);
        if (isPlay) {
            play(row, item.get());
        }
        boolean isRated = rating(row, item.get());
        boolean isOnWatchlist = settings.isOnWatchlist(row);
        String list = settings.list(row);
        String note = mapping.cell(row, TableField.NOTES);
        boolean isOnlyOnWatchlist = isOnWatchlist && !isPlay && !isRated && list.isEmpty();
        if (isOnWatchlist) {
            watchlist(row, item.get(), isOnlyOnWatchlist && !note.isEmpty() ? note : null);
        }
        if (!list.isEmpty()) {
            lists.add(row, item.get(), list, note);
        } else if (!note.isEmpty() && !isOnlyOnWatchlist) {
            sink.accept(new NoteRecord(row.source(), item.get(), note, null));
        }
        if (!isPlay && !isRated && !isOnWatchlist && list.isEmpty() && note.isEmpty()) {
            sink.skip(row.source(), SkipReason.NOT_WATCHED, row.text());
        }
    }

    private void play(TableRow row, ImportedItem item) {
        Optional<WatchedTime> time = plays.time(row);
        if (time.isEmpty()) {
            sink.skip(row.source(), SkipReason.INVALID_DATE, row.text());
            return;
        }
        if (item.kind() == Kind.SHOW || item.kind() == Kind.SEASON) {
            sink.skip(row.source(), SkipReason.NEEDS_EPISODES, row.text());
            return;
        }
        boolean isCounted = (time.get().isUnknown() || plays.count(row) > 1) && unknown.add(item, row.source());
        if (!time.get().isUnknown() || !isCounted) {
            sink.accept(new PlayRecord(row.source(), item, time.get(), PlayAction.SEEN));
        }
    }

    /// @return whether the row has a rating, also one that cannot be read
    private boolean rating(TableRow row, ImportedItem item) {
        String cell = mapping.cell(row, TableField.RATING);
        String stars = mapping.cell(row, TableField.RATING5);
        if (settings.isNoScore(cell) && settings.isNoScore(stars)) {
            return false;
        }
        Double score = settings.score(cell, stars);
        if (score == null) {
            sink.skip(row.source(), SkipReason.INVALID_VALUE, row.text());
        } else {
            ratings.add(new RatingRecord(row.source(), item, score, ratedAt(row)), sink);
        }
        return true;
    }

    /// The time of the play if there is no other.
    private @Nullable Instant ratedAt(TableRow row) {
        Instant rated = at(row, TableField.RATED_AT);
        return rated == null ? plays.time(row).map(WatchedTime::at).orElse(null) : rated;
    }

    private void watchlist(TableRow row, ImportedItem item, @Nullable String note) {
        sink.accept(new WatchlistRecord(row.source(), item, null, at(row, TableField.WATCHLISTED_AT), note));
    }

    private @Nullable Instant at(TableRow row, TableField field) {
        return settings.dates()
                .time(mapping.cell(row, field))
                .map(WatchedTime::at)
                .orElse(null);
    }
}
