package dev.spoolmark.transfer.format.yamtrack;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.format.UnknownPlays;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Plays. A movie is watched if its row is completed, an episode if it has a row at all. Until 2024 `repeats` counted
/// further plays at unknown times; since then each play has a row. A row of an anime counts its episodes from 1.
final class YamtrackPlays {

    /// The most episodes of one row, so that one cell cannot make millions of plays.
    private static final int MAX_EPISODES = 5_000;

    private final RecordSink sink;
    private final UnknownPlays unknown;

    YamtrackPlays(RecordSink sink, UnknownPlays unknown) {
        this.sink = sink;
        this.unknown = unknown;
    }

    static String status(CsvRow row) {
        return row.get("status").toLowerCase(Locale.ROOT);
    }

    private static boolean isCompleted(CsvRow row) {
        return status(row).equals("completed") || status(row).equals("repeating");
    }

    /// The plays of a row.
    void read(CsvRow row, ImportedItem item) {
        switch (YamtrackItems.type(row)) {
            case "movie" -> {
                if (isCompleted(row)) {
                    play(row, item, time(row));
                }
            }
            case "episode" -> play(row, item, time(row));
            case "anime" -> anime(row, item);
            default -> {
                // The episodes of a show or season have rows of their own.
            }
        }
    }

    private void play(CsvRow row, ImportedItem item, Optional<WatchedTime> time) {
        if (time.isEmpty()) {
            sink.skip(row.source(), SkipReason.INVALID_DATE, row.text());
        } else if (!time.get().isUnknown()) {
            sink.accept(new PlayRecord(row.source(), item, time.get(), PlayAction.SEEN));
        }
        boolean isUnknown = time.isPresent() && time.get().isUnknown();
        if ((isUnknown || repeats(row) > 0) && !unknown.add(item, row.source())) {
            sink.accept(new PlayRecord(row.source(), item, WatchedTime.UNKNOWN, PlayAction.SEEN));
        }
    }

    /// Only the last episode of a completed anime has a time.
    private void anime(CsvRow row, ImportedItem show) {
        int episodes = episodes(row);
        for (int number = 1; number <= episodes; number++) {
            boolean isLast = number == episodes && isCompleted(row);
            play(row, episode(show, number, episodes), isLast ? time(row) : Optional.of(WatchedTime.UNKNOWN));
        }
    }

    /// An anime of one episode may be a movie.
    private static ImportedItem episode(ImportedItem show, int number, int episodes) {
        ImportedItem episode = show.episode(1, number, Ids.NONE);
        return episodes == 1 ? episode.or(YamtrackItems.movie(show)) : episode;
    }

    private static int episodes(CsvRow row) {
        Integer progress = CellValues.count(row.get("progress"));
        return progress == null ? 0 : Math.min(progress, MAX_EPISODES);
    }

    private static int repeats(CsvRow row) {
        return Objects.requireNonNullElse(CellValues.count(row.get("repeats")), 0);
    }

    /// @return empty if it cannot be read
    private static Optional<WatchedTime> time(CsvRow row) {
        return CellValues.time(row.get("end_date", "watch_date"), ZoneOffset.UTC);
    }

    /// Counts all plays of a row, also those with times.
    void count(CsvRow row) {
        if (row.has(FloppyFormat.ROW_TYPE) && !FloppyRows.isMedia(row)) {
            return;
        }
        YamtrackItems.item(row).ifPresent(item -> {
            switch (YamtrackItems.type(row)) {
                case "movie" -> unknown.count(item, isCompleted(row) ? plays(row, true) : 0);
                case "episode" -> unknown.count(item, plays(row, true));
                case "anime" -> countAnime(row, item);
                default -> {
                    // Not a play.
                }
            }
        });
    }

    private void countAnime(CsvRow row, ImportedItem show) {
        int episodes = episodes(row);
        for (int number = 1; number <= episodes; number++) {
            boolean isTimed = number == episodes && isCompleted(row);
            unknown.count(episode(show, number, episodes), plays(row, isTimed));
        }
    }

    /// @param isTimed whether the date counts; a play with an unreadable one is not imported
    private static int plays(CsvRow row, boolean isTimed) {
        return repeats(row) + (isTimed && time(row).isEmpty() ? 0 : 1);
    }
}
