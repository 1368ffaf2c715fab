package dev.spoolmark.transfer.run;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Tx;
import dev.spoolmark.history.PlayImports;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.UnseenRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Items that are marked as unseen. Those with plays stay watched. The stored row is `[time in milliseconds]`.
final class UnseenWriter implements RecordWriter {

    private final PlayImports plays;

    UnseenWriter(PlayImports plays) {
        this.plays = plays;
    }

    @Override
    public List<WriteResult> write(Tx tx, WriteContext context, List<ResolvedRecord> records) {
        Map<Watchable, Instant> marks = new LinkedHashMap<>();
        for (ResolvedRecord resolved : records) {
            resolved.requireItem().watchable().ifPresent(item -> marks.putIfAbsent(item, at(context, resolved)));
        }
        Set<MediaId> marked = new HashSet<>(plays.markUnseen(tx, context.user(), marks));
        List<WriteResult> results = new ArrayList<>();
        for (ResolvedRecord resolved : records) {
            Optional<Watchable> item = resolved.requireItem().watchable();
            if (item.isEmpty()) {
                results.add(WriteResult.skipped(SkipReason.NOT_SUPPORTED));
            } else if (marked.remove(item.get().id())) {
                results.add(WriteResult.added(
                        RunJson.write(List.of(at(context, resolved).toEpochMilli()))));
            } else {
                results.add(WriteResult.PRESENT);
            }
        }
        return results;
    }

    private static Instant at(WriteContext context, ResolvedRecord resolved) {
        return Instant.ofEpochMilli(context.millis(((UnseenRecord) resolved.record()).at()));
    }

    @Override
    public int undo(Tx tx, WriteContext context, List<ImportRow> rows) {
        Map<Watchable, Instant> marks = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            Watchable item = Objects.requireNonNull(row.item()).watchable().orElseThrow();
            if (RunJson.values(Objects.requireNonNull(row.after())).getFirst() instanceof Long at) {
                marks.put(item, Instant.ofEpochMilli(at));
            }
        }
        return plays.undoUnseen(tx, context.user(), marks);
    }
}
