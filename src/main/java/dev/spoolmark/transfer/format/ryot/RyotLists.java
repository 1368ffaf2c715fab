package dev.spoolmark.transfer.format.ryot;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.lists.Privacy;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.record.CollectionRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.MediaDetails;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Collections, which are identified by their names. Those that each account has from the start are the watchlist, the
/// items that the user owns, and states that the history says as well.
final class RyotLists {

    private static final String WATCHLIST = "Watchlist";
    private static final String OWNED = "Owned";
    private static final Set<String> STATES = Set.of("In Progress", "Completed", "Monitoring", "Reminders", "Custom");

    /// The most lists, so that memory is bounded. Items of further ones are skipped.
    private static final int MAX_LISTS = 10_000;

    private final RecordSink sink;
    private final Set<String> known = new HashSet<>();

    RyotLists(RecordSink sink) {
        this.sink = sink;
    }

    /// A collection with its description.
    void list(RecordSource source, JsonNode row) {
        String name = text(row, "name");
        if (name.isEmpty()) {
            sink.skip(source, SkipReason.INVALID_VALUE, row.toString());
        } else if (isList(name)) {
            add(source, name, text(row, "description"));
        }
    }

    private static boolean isList(String name) {
        return !name.equals(WATCHLIST) && !name.equals(OWNED) && !STATES.contains(name);
    }

    /// @return false if there are too many lists
    private boolean add(RecordSource source, String name, String description) {
        if (known.contains(name)) {
            return true;
        }
        if (known.size() >= MAX_LISTS) {
            return false;
        }
        known.add(name);
        sink.accept(new ListRecord(source, name, name, description, Privacy.PRIVATE, false, true, null, null));
        return true;
    }

    /// A collection that an item is in.
    void item(RecordSource source, ImportedItem item, JsonNode row) {
        String name = first(row, "collection_name", "collectionName");
        Instant at = CellValues.instant(first(row, "created_on", "createdOn"));
        if (name.isEmpty()) {
            sink.skip(source, SkipReason.INVALID_VALUE, item.title() + ": " + row);
        } else if (name.equals(WATCHLIST)) {
            sink.accept(new WatchlistRecord(source, item, rank(row), at, null));
        } else if (name.equals(OWNED)) {
            sink.accept(new CollectionRecord(source, item, at, MediaDetails.NONE));
        } else if (!STATES.contains(name)) {
            if (add(source, name, "")) {
                sink.accept(new ListItemRecord(source, item, name, rank(row), at, null));
            } else {
                sink.skip(source, SkipReason.LIMIT, item.title() + ": " + name);
            }
        }
    }

    /// The names of properties have changed over time.
    private static String first(JsonNode row, String name, String older) {
        String text = text(row, name);
        return text.isEmpty() ? text(row, older) : text;
    }

    private static @Nullable Integer rank(JsonNode row) {
        Integer rank = CellValues.count(text(row, "rank"));
        return rank == null || rank == 0 ? null : rank;
    }
}
