package dev.spoolmark.transfer.format.jellyfin;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Plays. Several lines of an item within four hours are one play.
final class JellyfinPlays {

    /// The most items whose last play is known. Beyond it, each line is a play.
    private static final int MAX_ITEMS = 50_000;

    private static final Duration ONE_PLAY = Duration.ofHours(4);
    private static final int MAX_NAME = 2_000;
    private static final Pattern EPISODE =
            Pattern.compile("(.+) - s(\\d{1,5})e(\\d{1,5})(?:-e?\\d{1,5})?(?: - .*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MOVIE = Pattern.compile("(.+) \\((\\d{4})\\)");

    private final ZoneId zone;
    private final Optional<String> user;
    private final int minutes;
    private final RecordSink sink;
    private final Map<String, Instant> last = new HashMap<>();

    /// @param user whose lines are read; empty for all
    /// @param minutes of playback that count as a play
    JellyfinPlays(ZoneId zone, Optional<String> user, int minutes, RecordSink sink) {
        this.zone = zone;
        this.user = user;
        this.minutes = minutes;
        this.sink = sink;
    }

    void read(RecordSource source, String text) {
        Optional<JellyfinLine> line = JellyfinLine.parse(text);
        if (line.isEmpty()) {
            sink.skip(source, SkipReason.UNREADABLE, text);
            return;
        }
        Optional<WatchedTime> time = CellValues.time(line.get().time(), zone);
        Instant at = time.map(WatchedTime::at).orElse(null);
        Optional<ImportedItem> item = item(line.get());
        Optional<SkipReason> reason = reason(line.get());
        if (reason.isPresent() || item.isEmpty()) {
            sink.skip(source, reason.orElse(SkipReason.NO_ITEM), line.get().name());
        } else if (time.isEmpty() || at == null) {
            sink.skip(
                    source,
                    SkipReason.INVALID_DATE,
                    line.get().name() + ", " + line.get().time());
        } else if (isSamePlay(line.get().user() + line.get().item(), at)) {
            sink.skip(source, SkipReason.NOT_LATEST, line.get().name());
        } else {
            sink.accept(new PlayRecord(source, item.get(), time.get(), PlayAction.SCROBBLE));
        }
    }

    private Optional<SkipReason> reason(JellyfinLine line) {
        if (user.isPresent() && !user.get().equals(line.user())) {
            return Optional.of(SkipReason.OTHER_PROFILE);
        }
        if (!line.type().equals("Episode") && !line.type().equals("Movie")) {
            return Optional.of(SkipReason.OTHER_MEDIUM);
        }
        Long seconds = line.seconds();
        if (seconds == null) {
            return Optional.of(SkipReason.INVALID_VALUE);
        }
        return seconds < minutes * 60L ? Optional.of(SkipReason.NOT_WATCHED) : Optional.empty();
    }

    private boolean isSamePlay(String key, Instant at) {
        Instant before = last.get(key);
        if (before != null && Duration.between(before, at).abs().compareTo(ONE_PLAY) < 0) {
            return true;
        }
        if (before != null || last.size() < MAX_ITEMS) {
            last.put(key, at);
        }
        return false;
    }

    private static Optional<ImportedItem> item(JellyfinLine line) {
        String name = line.name();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            return Optional.empty();
        }
        if (line.type().equals("Movie")) {
            Matcher movie = MOVIE.matcher(name);
            boolean hasYear = movie.matches();
            return Optional.of(ImportedItem.movie(
                    Ids.NONE, hasYear ? movie.group(1) : name, hasYear ? CellValues.year(movie.group(2)) : null));
        }
        Matcher episode = EPISODE.matcher(name);
        Integer season = episode.matches() ? CellValues.count(episode.group(2)) : null;
        Integer number = season == null ? null : CellValues.count(episode.group(3));
        return season == null || number == null
                ? Optional.empty()
                : Optional.of(
                        ImportedItem.show(Ids.NONE, episode.group(1), null).episode(season, number, Ids.NONE));
    }
}
