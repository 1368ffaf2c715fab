package dev.spoolmark.transfer.format.trakt;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayIdentity;
import dev.spoolmark.history.TimePrecision;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.format.UnknownPlays;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.PlaybackRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Plays and resume points. The sums of plays are read only if the archive has no history.
final class TraktHistory {

    private final ImportFile file;
    private final TraktMembers members;
    private final RecordSink sink;
    private final TraktAddition addition;
    private final EqualPlays equals = new EqualPlays();
    private int index;

    TraktHistory(ImportFile file, TraktMembers members, RecordSink sink, TraktAddition addition) {
        this.addition = addition;
        this.file = file;
        this.members = members;
        this.sink = sink;
    }

    void read() {
        if (members.has("watched-history")) {
            plays();
        } else {
            members.pages("watched-movies").forEach(page -> JsonElements.forEach(file, page, this::movie));
            members.pages("watched-shows").forEach(page -> JsonElements.forEach(file, page, this::show));
        }
        members.pages("watched-playback").forEach(page -> JsonElements.forEach(file, page, this::playback));
    }

    /// The history is read again only if it has plays at unknown times.
    private void plays() {
        UnknownPlays unknown = new UnknownPlays();
        List<String> pages = members.pages("watched-history");
        pages.forEach(page -> JsonElements.forEach(file, page, (source, row) -> play(source, row, unknown)));
        if (!unknown.isEmpty()) {
            pages.forEach(page -> JsonElements.forEach(
                    file, page, (source, row) -> TraktObjects.item(row).ifPresent(item -> unknown.count(item, 1))));
            unknown.writeTo(sink);
        }
    }

    private void play(RecordSource source, JsonNode row, UnknownPlays unknown) {
        Long id = JsonElements.number(row, "id");
        Optional<TraktAddition.PlayAddition> added = addition.play(index++, id == null ? 0 : id);
        Optional<ImportedItem> item = TraktObjects.item(row);
        if (item.isEmpty()) {
            sink.skip(source, SkipReason.NO_ITEM, row.toString());
            return;
        }
        Optional<WatchedTime> time = time(row);
        if (time.isEmpty()) {
            sink.skip(source, SkipReason.INVALID_DATE, text(row, "watched_at"));
            return;
        }
        if (added.isPresent()) {
            sink.accept(exact(source, item.get(), time.get(), row, added.get()));
        } else if (!time.get().isUnknown() || !unknown.add(item.get(), source)) {
            sink.accept(new PlayRecord(source, item.get(), time.get(), action(row)));
        }
    }

    private PlayRecord exact(
            RecordSource source, ImportedItem item, WatchedTime time, JsonNode row, TraktAddition.PlayAddition added) {
        WatchedTime exact =
                time.isUnknown() || !added.precision().isDate() ? time : new WatchedTime(time.at(), added.precision());
        PlayAction action = action(row);
        int number = equals.count(item, exact, action, added.recordedAt());
        return new PlayRecord(source, item, exact, action, new PlayIdentity(added.recordedAt(), number));
    }

    /// @return empty if it cannot be read
    private static Optional<WatchedTime> time(JsonNode row) {
        Optional<WatchedTime> time = CellValues.time(text(row, "watched_at"), ZoneOffset.UTC);
        Optional<TimePrecision> precision =
                TimePrecision.find(text(row, "precision")).filter(TimePrecision::isDate);
        return time.map(at -> at.isUnknown() || precision.isEmpty() ? at : new WatchedTime(at.at(), precision.get()));
    }

    private static PlayAction action(JsonNode row) {
        return switch (text(row, "action")) {
            case "scrobble" -> PlayAction.SCROBBLE;
            case "checkin" -> PlayAction.CHECKIN;
            default -> PlayAction.SEEN;
        };
    }

    private void movie(RecordSource source, JsonNode row) {
        TraktObjects.item(row)
                .ifPresentOrElse(
                        item -> sum(source, item, row), () -> sink.skip(source, SkipReason.NO_ITEM, row.toString()));
    }

    private void show(RecordSource source, JsonNode row) {
        Optional<ImportedItem> show = TraktObjects.item(row);
        if (show.isEmpty()) {
            sink.skip(source, SkipReason.NO_ITEM, text(row, "last_watched_at"));
            return;
        }
        TraktSeasons.forEach(
                row,
                (season, number, episode) -> sum(source, TraktObjects.episode(show.get(), season, number), episode));
    }

    /// The last play has a time; how many there were in all is known.
    private void sum(RecordSource source, ImportedItem item, JsonNode row) {
        CellValues.time(text(row, "last_watched_at"), ZoneOffset.UTC)
                .filter(time -> !time.isUnknown())
                .ifPresent(time -> sink.accept(new PlayRecord(source, item, time, PlayAction.SEEN)));
        Integer plays = CellValues.count(text(row, "plays"));
        if (plays != null && plays > 0) {
            sink.accept(new PlayCountRecord(source, item, plays));
        }
    }

    private void playback(RecordSource source, JsonNode row) {
        Optional<ImportedItem> item = TraktObjects.item(row);
        Instant at = CellValues.instant(text(row, "paused_at"));
        JsonNode progress = row.path("progress");
        if (item.isEmpty() || at == null || !progress.isNumber()) {
            sink.skip(source, item.isEmpty() ? SkipReason.NO_ITEM : SkipReason.INVALID_VALUE, row.toString());
            return;
        }
        sink.accept(new PlaybackRecord(source, item.get(), Math.clamp(progress.asDouble(), 0, 100), at));
    }
}
