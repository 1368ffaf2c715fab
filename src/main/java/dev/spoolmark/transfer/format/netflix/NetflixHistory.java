package dev.spoolmark.transfer.format.netflix;

import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.LocalDate;
import java.util.Optional;

/// The viewing history of one profile: titles and days.
final class NetflixHistory {

    private NetflixHistory() {}

    static NetflixOrderGuess guess(ImportFile file, String member) {
        NetflixOrderGuess guess = new NetflixOrderGuess();
        CsvTable.of(file, member).forEach(row -> guess.add(row.get("date")));
        return guess;
    }

    /// @param order of dates that can be read in two ways; empty if unknown, so that they cannot be read
    static void read(ImportFile file, String member, Optional<NetflixDateOrder> order, RecordSink sink) {
        CsvTable.of(file, member).forEach(sink, row -> row(row, order, sink));
    }

    private static void row(CsvRow row, Optional<NetflixDateOrder> order, RecordSink sink) {
        Optional<ImportedItem> item = NetflixTitles.item(row.get("title"));
        if (item.isEmpty()) {
            sink.skip(row.source(), SkipReason.NO_ITEM, row.text());
            return;
        }
        String date = row.get("date");
        if (CellValues.isNothing(date)) {
            sink.accept(new PlayCountRecord(row.source(), item.get(), 1));
            return;
        }
        day(date, order)
                .ifPresentOrElse(
                        day -> sink.accept(
                                new PlayRecord(row.source(), item.get(), WatchedTime.of(day), PlayAction.SCROBBLE)),
                        () -> sink.skip(row.source(), SkipReason.INVALID_DATE, row.text()));
    }

    /// A date that is a day in one order only is read in that one: programs for tables mix both in one file.
    private static Optional<LocalDate> day(String cell, Optional<NetflixDateOrder> order) {
        Optional<NetflixDate> date = NetflixDate.parse(cell);
        if (date.isEmpty()) {
            return Optional.empty();
        }
        if (order.isPresent()) {
            return date.get().in(order.get()).or(() -> date.get().in(order.get().other()));
        }
        Optional<LocalDate> monthFirst = date.get().in(NetflixDateOrder.MONTH_FIRST);
        Optional<LocalDate> dayFirst = date.get().in(NetflixDateOrder.DAY_FIRST);
        boolean isSure = monthFirst.isEmpty() || dayFirst.isEmpty() || monthFirst.equals(dayFirst);
        return isSure ? monthFirst.or(() -> dayFirst) : Optional.empty();
    }
}
