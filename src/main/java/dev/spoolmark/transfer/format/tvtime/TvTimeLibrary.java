package dev.spoolmark.transfer.format.tvtime;

import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.record.FavoriteRecord;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.util.HashSet;
import java.util.Set;

/// Writes what files of other tools say about movies and shows besides plays. What a second file repeats is left out.
final class TvTimeLibrary {

    /// The most items that are known to be in an earlier file. Beyond it they are written twice, which changes nothing.
    private static final int MAX_ITEMS = 50_000;

    private final RecordSink sink;
    private final Set<String> earlier = new HashSet<>();

    TvTimeLibrary(RecordSink sink) {
        this.sink = sink;
    }

    /// @return false if an earlier file has the item
    boolean addOnce(ImportedItem item) {
        String key = TvTimeItems.key(item);
        return earlier.size() >= MAX_ITEMS ? !earlier.contains(key) : earlier.add(key);
    }

    /// Writes what the state of a show means: dropped, or on the watchlist.
    ///
    /// @param at when the user added the show
    void state(RecordSource source, ImportedItem show, String state, String at) {
        switch (state) {
            case "stopped" -> sink.accept(new HiddenRecord(source, show, HiddenSection.DROPPED, null));
            case "not_started_yet", "watch_later", "for_later" -> watchlist(source, show, at);
            default -> {
                // It is being watched, which its plays say.
            }
        }
    }

    void watchlist(RecordSource source, ImportedItem item, String at) {
        sink.accept(new WatchlistRecord(source, item, null, CellValues.instant(at), null));
    }

    void favorite(RecordSource source, ImportedItem item) {
        sink.accept(new FavoriteRecord(source, item, null, null, null));
    }
}
