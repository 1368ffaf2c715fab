package dev.spoolmark.transfer.format.netflix;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The viewing activity of an account: times in UTC, and how long each viewing was.
final class NetflixActivity {

    /// The most titles whose newest viewing is known. Beyond it, parts of one viewing count as several plays.
    private static final int MAX_TITLES = 50_000;

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /// Within how much time a later viewing goes on where this one stopped.
    private static final Duration SAME_VIEWING = Duration.ofDays(7);

    private static final Pattern DURATION = Pattern.compile("(\\d{1,4}):(\\d{2}):(\\d{2})");
    private static final Pattern EXTRA = Pattern.compile(
            ".*(?:_hook_|_clip_|_backfill|\\bclip:|(?:^|[(:_\\s])(?:teaser|trailer)(?:\\s\\d+)?\\)?$).*",
            Pattern.CASE_INSENSITIVE);

    private final ImportFile file;
    private final Optional<String> profile;
    private final RecordSink sink;

    /// When each title was started next, in a file with the newest first.
    private final Map<String, Instant> next = new HashMap<>();

    /// @param profile whose rows are read; empty for all
    NetflixActivity(ImportFile file, Optional<String> profile, RecordSink sink) {
        this.file = file;
        this.profile = profile;
        this.sink = sink;
    }

    void read(String member) {
        CsvTable.of(file, member).forEach(sink, row -> {
            Optional<WatchedTime> time = CellValues.time(row.get("start time"), ZoneOffset.UTC);
            Instant at = time.map(WatchedTime::at).orElse(null);
            Optional<SkipReason> reason = reason(row, at);
            Optional<ImportedItem> item = NetflixTitles.item(row.get("title"));
            if (reason.isPresent() || item.isEmpty()) {
                sink.skip(row.source(), reason.orElse(SkipReason.NO_ITEM), row.text());
            } else if (time.isPresent() && at != null) {
                addNext(row.get("title"), at);
                sink.accept(new PlayRecord(row.source(), item.get(), time.get(), PlayAction.SCROBBLE));
            }
        });
    }

    private void addNext(String title, Instant at) {
        if (next.size() < MAX_TITLES || next.containsKey(title)) {
            next.put(title, at);
        }
    }

    /// @param at null if it cannot be read
    private Optional<SkipReason> reason(CsvRow row, @Nullable Instant at) {
        if (profile.isPresent() && !profile.get().equals(row.get("profile name"))) {
            return Optional.of(SkipReason.OTHER_PROFILE);
        }
        if (!row.get("supplemental video type").isEmpty()
                || EXTRA.matcher(row.get("title")).matches()) {
            return Optional.of(SkipReason.TRAILER);
        }
        if (row.get("attributes").contains("Autoplayed: user action: None") || isShort(row.get("duration"))) {
            return Optional.of(SkipReason.NOT_WATCHED);
        }
        if (at == null) {
            return Optional.of(SkipReason.INVALID_DATE);
        }
        return isContinued(row, at) ? Optional.of(SkipReason.NOT_LATEST) : Optional.empty();
    }

    private boolean isContinued(CsvRow row, Instant at) {
        Instant later = next.get(row.get("title"));
        return row.get("latest bookmark").equalsIgnoreCase("not latest view")
                && later != null
                && !later.isBefore(at)
                && later.isBefore(at.plus(SAME_VIEWING));
    }

    private static boolean isShort(String duration) {
        Matcher parts = DURATION.matcher(duration);
        return parts.matches()
                && Duration.ofHours(AsciiNumber.parseInt(parts.group(1)))
                                .plusMinutes(AsciiNumber.parseInt(parts.group(2)))
                                .plusSeconds(AsciiNumber.parseInt(parts.group(3)))
                                .compareTo(SHORTEST)
                        < 0;
    }
}
