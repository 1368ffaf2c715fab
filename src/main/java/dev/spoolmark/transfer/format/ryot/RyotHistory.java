package dev.spoolmark.transfer.format.ryot;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.format.UnknownPlays;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.PlaybackRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The history of a movie or show. Each viewing is an entry with a state; `progress` is a percentage from 0 to 100.
final class RyotHistory {

    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(?:\\.\\d{1,10})?");
    private static final int ALL = 100;

    private final RecordSink sink;
    private final RecordSource source;
    private final ImportedItem title;
    private final UnknownPlays unknown = new UnknownPlays();
    private final List<ImportedItem> played = new ArrayList<>();

    RyotHistory(RecordSink sink, RecordSource source, ImportedItem title) {
        this.sink = sink;
        this.source = source;
        this.title = title;
    }

    void read(JsonNode history) {
        history.forEach(this::entry);
        played.forEach(item -> unknown.count(item, 1));
        unknown.writeTo(sink);
        stopped(history, "on_a_hold", HiddenSection.PROGRESS);
        stopped(history, "dropped", HiddenSection.DROPPED);
    }

    private void entry(JsonNode entry) {
        ImportedItem item = RyotItems.part(title, entry);
        boolean isWatchable = item.kind() == Kind.MOVIE || item.kind() == Kind.EPISODE;
        switch (state(entry)) {
            case "completed" -> {
                if (isWatchable) {
                    play(entry, item);
                } else {
                    skip(SkipReason.NEEDS_EPISODES, entry);
                }
            }
            case "in_progress", "on_a_hold" -> {
                if (isWatchable) {
                    paused(entry, item);
                }
            }
            case "dropped" -> {
                if (item.kind() == Kind.MOVIE) {
                    skip(SkipReason.NOT_WATCHED, entry);
                }
            }
            default -> skip(SkipReason.INVALID_VALUE, entry);
        }
    }

    /// Older exports have no state: an entry without progress is complete.
    private static String state(JsonNode entry) {
        String state = text(entry, "state");
        if (!state.isEmpty() || !entry.isObject()) {
            return state;
        }
        String progress = text(entry, "progress");
        return progress.isEmpty() || percent(progress) == ALL ? "completed" : "in_progress";
    }

    private static double percent(String progress) {
        return PERCENT.matcher(progress).matches()
                ? AsciiNumber.parseDecimal(progress).doubleValue()
                : 0;
    }

    private void play(JsonNode entry, ImportedItem item) {
        Optional<WatchedTime> time = CellValues.time(end(entry), ZoneOffset.UTC);
        if (time.isEmpty()) {
            skip(SkipReason.INVALID_DATE, entry);
            return;
        }
        played.add(item);
        if (!time.get().isUnknown() || !unknown.add(item, source)) {
            sink.accept(new PlayRecord(source, item, time.get(), PlayAction.SEEN));
        }
    }

    private static String end(JsonNode entry) {
        String ended = text(entry, "ended_on");
        return ended.isEmpty() ? text(entry, "finished_on") : ended;
    }

    private void paused(JsonNode entry, ImportedItem item) {
        double percent = percent(text(entry, "progress"));
        if (percent <= 0 || percent > ALL) {
            skip(SkipReason.NOT_WATCHED, entry);
        } else {
            sink.accept(new PlaybackRecord(source, item, percent, at(entry)));
        }
    }

    /// Shows that the user does not go on with. An entry that is older than another one of the show does not count.
    private void stopped(JsonNode history, String state, HiddenSection section) {
        if (title.kind() != Kind.SHOW) {
            return;
        }
        for (JsonNode entry : history) {
            if (text(entry, "state").equals(state) && isLatest(history, at(entry))) {
                sink.accept(new HiddenRecord(source, title, section, at(entry)));
                return;
            }
        }
    }

    private static boolean isLatest(JsonNode history, @Nullable Instant at) {
        if (at == null) {
            return true;
        }
        for (JsonNode other : history) {
            Instant otherAt = at(other);
            if (otherAt != null && otherAt.isAfter(at)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Instant at(JsonNode entry) {
        Instant ended = CellValues.instant(end(entry));
        return ended == null ? CellValues.instant(text(entry, "started_on")) : ended;
    }

    private void skip(SkipReason reason, JsonNode entry) {
        sink.skip(source, reason, title.title() + ": " + entry);
    }
}
