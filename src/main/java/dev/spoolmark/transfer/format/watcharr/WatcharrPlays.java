package dev.spoolmark.transfer.format.watcharr;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Plays of movies and episodes. The log has the times: the one that the user has entered, or else the day on which
/// the user marked the item as watched. Further entries are plays only if the user has entered their times.
final class WatcharrPlays {

    private final RecordSink sink;
    private final RecordSource source;
    private final WatcharrActivities activities;

    WatcharrPlays(RecordSink sink, RecordSource source, WatcharrActivities activities) {
        this.sink = sink;
        this.source = source;
        this.activities = activities;
    }

    void movie(JsonNode row, ImportedItem movie) {
        Set<WatchedTime> times = activities.customTimes();
        if (text(row, "status").equals("FINISHED")) {
            List<WatcharrActivity> finished = activities.finished();
            boolean isFirstTimed =
                    !finished.isEmpty() && !finished.getFirst().customTime().isUnknown();
            write(movie, times, isFirstTimed ? null : firstDay(finished));
        } else {
            write(movie, times, null);
        }
    }

    private WatchedTime firstDay(List<WatcharrActivity> finished) {
        return finished.isEmpty()
                ? WatchedTime.UNKNOWN
                : activities.day(finished.getFirst().createdAt());
    }

    void episode(JsonNode row, ImportedItem episode, int season, int number) {
        Set<WatchedTime> times = activities.customTimes(season, number);
        write(episode, times, times.isEmpty() ? activities.day(WatcharrReader.at(row, "createdAt")) : null);
    }

    /// @param first a further play before the others, which may have no known time; null for none
    private void write(ImportedItem item, Set<WatchedTime> times, @Nullable WatchedTime first) {
        if (first != null && !first.isUnknown()) {
            play(item, first);
        }
        times.forEach(time -> play(item, time));
        if (first != null && first.isUnknown()) {
            sink.accept(new PlayCountRecord(source, item, times.size() + 1));
        }
    }

    private void play(ImportedItem item, WatchedTime time) {
        sink.accept(new PlayRecord(source, item, time, PlayAction.SEEN));
    }
}
