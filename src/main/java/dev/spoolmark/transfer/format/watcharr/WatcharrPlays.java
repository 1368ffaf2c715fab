package dev.spoolmark.transfer.format.watcharr;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Plays of movies and episodes. The log has the times: the one that the user has entered, or else the day on which
/// the user marked the item as watched. Further entries are plays only if the user has entered their times, or if
/// Watcharr counts them as plays.
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
        List<WatcharrActivity> counted = activities.counted();
        if (!counted.isEmpty()) {
            write(movie, counted.stream().map(activities::time).toList());
            return;
        }
        List<WatchedTime> times = new ArrayList<>();
        List<WatcharrActivity> finished = activities.finished();
        if (text(row, "status").equals("FINISHED")) {
            first(finished).ifPresent(times::add);
        }
        finished.stream()
                .map(WatcharrActivity::customTime)
                .filter(time -> !time.isUnknown())
                .forEach(times::add);
        write(movie, times);
    }

    /// The first play, if its entry has no time of the user. An import may have two entries for one play, of which
    /// only one has a time.
    private Optional<WatchedTime> first(List<WatcharrActivity> finished) {
        if (finished.isEmpty()) {
            return Optional.of(WatchedTime.UNKNOWN);
        }
        WatcharrActivity first = finished.getFirst();
        boolean isTwice = first.isImported()
                && finished.stream()
                        .anyMatch(other ->
                                other.isImported() && !other.customTime().isUnknown());
        return !first.customTime().isUnknown() || isTwice ? Optional.empty() : Optional.of(activities.time(first));
    }

    void episode(JsonNode row, ImportedItem episode, int season, int number) {
        List<WatchedTime> times = activities.customTimes(season, number);
        write(episode, times.isEmpty() ? List.of(activities.day(WatcharrReader.at(row, "createdAt"))) : times);
    }

    private void write(ImportedItem item, List<WatchedTime> times) {
        List<WatchedTime> known =
                times.stream().filter(time -> !time.isUnknown()).distinct().toList();
        known.forEach(time -> play(item, time));
        int unknown = (int) times.stream().filter(WatchedTime::isUnknown).count();
        if (unknown > 0) {
            sink.accept(new PlayCountRecord(source, item, known.size() + unknown));
        }
    }

    private void play(ImportedItem item, WatchedTime time) {
        sink.accept(new PlayRecord(source, item, time, PlayAction.SEEN));
    }
}
