package dev.spoolmark.transfer.format.kodi;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.XmlElement;
import dev.spoolmark.transfer.format.RatingCells;
import dev.spoolmark.transfer.record.CollectionRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.MediaDetails;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.PlaybackRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an element says about the user: plays, rating and resume point. Times are those of the user's zone, and only
/// the last play has one. Of the ratings only `userrating` is the user's.
final class KodiStates {

    private static final double HIGHEST = 10;
    private static final double ALL = 100;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,10})?");

    private final RecordSink sink;
    private final ZoneId zone;
    private final boolean toCollection;

    /// @param toCollection whether the user owns what is in the library
    KodiStates(RecordSink sink, ZoneId zone, boolean toCollection) {
        this.sink = sink;
        this.zone = zone;
        this.toCollection = toCollection;
    }

    void read(RecordSource source, XmlElement element, ImportedItem item) {
        RatingCells.write(sink, source, item, element.text("userrating"), HIGHEST, null);
        if (item.kind() == Kind.SHOW) {
            return;
        }
        plays(source, element, item);
        resume(source, element, item);
        if (toCollection) {
            WatchedTime added = CellValues.time(element.text("dateadded"), zone).orElse(WatchedTime.UNKNOWN);
            sink.accept(new CollectionRecord(source, item, added.at(), MediaDetails.NONE));
        }
    }

    private void plays(RecordSource source, XmlElement element, ImportedItem item) {
        int plays = plays(element);
        if (plays == 0) {
            return;
        }
        if (element.text("watched").equalsIgnoreCase("false")) {
            sink.skip(source, SkipReason.NOT_WATCHED, element.text("title"));
            return;
        }
        Optional<WatchedTime> last = CellValues.time(element.text("lastplayed"), zone);
        if (last.isEmpty()) {
            sink.skip(source, SkipReason.INVALID_DATE, element.text("title") + ": " + element.text("lastplayed"));
        }
        WatchedTime time = last.orElse(WatchedTime.UNKNOWN);
        if (!time.isUnknown()) {
            sink.accept(new PlayRecord(source, item, time, PlayAction.SEEN));
        }
        if (time.isUnknown() || plays > 1) {
            sink.accept(new PlayCountRecord(source, item, plays));
        }
    }

    /// Older files and those of Emby only say that something was watched.
    private static int plays(XmlElement element) {
        Integer plays = CellValues.count(element.text("playcount"));
        if (plays != null && plays > 0) {
            return plays;
        }
        return CellValues.isTrue(element.text("watched")) ? 1 : 0;
    }

    private void resume(RecordSource source, XmlElement element, ImportedItem item) {
        for (XmlElement resume : element.children("resume")) {
            double position = seconds(resume.text("position"));
            double total = seconds(resume.text("total"));
            if (position > 0 && position < total) {
                WatchedTime last =
                        CellValues.time(element.text("lastplayed"), zone).orElse(WatchedTime.UNKNOWN);
                sink.accept(new PlaybackRecord(source, item, position * ALL / total, last.at()));
                return;
            }
        }
    }

    private static double seconds(String text) {
        return SECONDS.matcher(text).matches() ? AsciiNumber.parseDecimal(text).doubleValue() : 0;
    }
}
