package dev.spoolmark.transfer.format.tautulli;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Rows of the history. One counts as a play if Tautulli says that it was watched to the end.
final class TautulliRows {

    private static final long LAST_SECOND = 9_999_999_999L;

    private final Optional<String> user;
    private final RecordSink sink;

    /// @param user whose rows are read; empty for all
    TautulliRows(Optional<String> user, RecordSink sink) {
        this.user = user;
        this.sink = sink;
    }

    void read(RecordSource source, JsonNode row) {
        Optional<ImportedItem> item = item(row);
        Optional<SkipReason> reason = reason(row);
        if (reason.isPresent() || item.isEmpty()) {
            sink.skip(source, reason.orElse(SkipReason.NO_ITEM), shown(row));
            return;
        }
        WatchedTime time = time(row);
        if (time.isUnknown()) {
            sink.accept(new PlayCountRecord(source, item.get(), 1));
        } else {
            sink.accept(new PlayRecord(source, item.get(), time, PlayAction.SCROBBLE));
        }
    }

    /// A row also has addresses and devices, which are not for reports.
    private static String shown(JsonNode row) {
        String title = text(row, "full_title");
        return title.isEmpty() ? text(row, "title") : title;
    }

    private Optional<SkipReason> reason(JsonNode row) {
        if (user.isPresent() && !user.get().equals(text(row, "user"))) {
            return Optional.of(SkipReason.OTHER_PROFILE);
        }
        String type = text(row, "media_type");
        if ((!type.equals("movie") && !type.equals("episode"))
                || text(row, "live").equals("1")) {
            return Optional.of(SkipReason.OTHER_MEDIUM);
        }
        Long watched = CellValues.number(text(row, "watched_status"));
        return watched == null || watched != 1 ? Optional.of(SkipReason.NOT_WATCHED) : Optional.empty();
    }

    /// When it was stopped, or else started, in seconds since 1970.
    private static WatchedTime time(JsonNode row) {
        for (String property : new String[] {"stopped", "started", "date"}) {
            Long seconds = JsonElements.number(row, property);
            if (seconds != null && seconds > 0 && seconds <= LAST_SECOND) {
                return CellValues.known(Instant.ofEpochSecond(seconds));
            }
        }
        return WatchedTime.UNKNOWN;
    }

    private static Optional<ImportedItem> item(JsonNode row) {
        Ids ids = TautulliGuid.ids(text(row, "guid"));
        String title = text(row, "title");
        if (text(row, "media_type").equals("movie")) {
            return title.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ImportedItem.movie(ids, title, CellValues.year(text(row, "year"))));
        }
        String show = text(row, "grandparent_title");
        if (show.isEmpty()) {
            return Optional.empty();
        }
        ImportedItem of = ImportedItem.show(ids, show, null);
        Integer season = CellValues.count(text(row, "parent_media_index"));
        Integer number = CellValues.count(text(row, "media_index"));
        if (season != null && number != null) {
            return Optional.of(of.episode(season, number, Ids.NONE));
        }
        return title.isEmpty() ? Optional.empty() : Optional.of(of.episode(season, title));
    }
}
