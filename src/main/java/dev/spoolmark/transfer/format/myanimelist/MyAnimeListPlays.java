package dev.spoolmark.transfer.format.myanimelist;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.XmlElement;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.ZoneOffset;

/// Plays of the first episodes of an entry. The first one was on the day of the start, the last one on that of the
/// finish; when those between them were is not in the file.
final class MyAnimeListPlays {

    /// The most episodes of an entry. A larger number is none.
    private static final int MAX_EPISODES = 5_000;

    /// How often an entry may have been watched again. A larger number is none.
    private static final int MAX_REPEATS = 1_000;

    private final RecordSink sink;

    MyAnimeListPlays(RecordSink sink) {
        this.sink = sink;
    }

    /// @param isCompleted whether every episode was watched, and the whole entry as often as it says
    void write(RecordSource source, ImportedItem item, XmlElement anime, boolean isCompleted) {
        Integer watched = CellValues.count(anime.text("my_watched_episodes"));
        Integer all = CellValues.count(anime.text("series_episodes"));
        int episodes =
                watched == null || (watched == 0 && isCompleted) ? (all == null || !isCompleted ? 0 : all) : watched;
        if (episodes > MAX_EPISODES) {
            sink.skip(source, SkipReason.INVALID_VALUE, item.title() + ", " + episodes + " episodes");
            return;
        }
        int plays = 1 + (isCompleted ? repeats(anime) : 0);
        WatchedTime start = time(source, item, anime.text("my_start_date"));
        WatchedTime finish = isCompleted ? time(source, item, anime.text("my_finish_date")) : WatchedTime.UNKNOWN;
        if (item.kind() == Kind.MOVIE) {
            if (episodes > 0 || isCompleted) {
                write(source, item, finish.isUnknown() ? start : finish, plays);
            }
            return;
        }
        if (episodes == 0 && isCompleted) {
            sink.skip(source, SkipReason.NEEDS_EPISODES, String.valueOf(item.title()));
        }
        for (int number = 1; number <= episodes; number++) {
            boolean isLast = number == episodes && !finish.isUnknown();
            WatchedTime time = isLast ? finish : number == 1 ? start : WatchedTime.UNKNOWN;
            write(source, item.episode(1, number, Ids.NONE), time, plays);
        }
    }

    private static int repeats(XmlElement anime) {
        Integer repeats = CellValues.count(anime.text("my_times_watched"));
        return repeats == null || repeats > MAX_REPEATS ? 0 : repeats;
    }

    /// A day, a month or a year. One that cannot be read is unknown.
    private WatchedTime time(RecordSource source, ImportedItem item, String date) {
        return CellValues.time(date, ZoneOffset.UTC).orElseGet(() -> {
            sink.skip(source, SkipReason.INVALID_DATE, item.title() + ", " + date);
            return WatchedTime.UNKNOWN;
        });
    }

    private void write(RecordSource source, ImportedItem item, WatchedTime time, int plays) {
        if (!time.isUnknown()) {
            sink.accept(new PlayRecord(source, item, time, PlayAction.SEEN));
        }
        if (time.isUnknown() || plays > 1) {
            sink.accept(new PlayCountRecord(source, item, plays));
        }
    }
}
