package dev.spoolmark.transfer.run;

import dev.spoolmark.db.Tx;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayImports;
import dev.spoolmark.history.StatedPlay;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Numbers of plays, which are reached with plays at unknown times. The stored row is `[number of added plays]`.
final class PlayCountWriter implements RecordWriter {

    private final PlayImports plays;

    PlayCountWriter(PlayImports plays) {
        this.plays = plays;
    }

    /// Of several numbers of one item in a batch the highest counts, for the first of them.
    @Override
    public List<WriteResult> write(Tx tx, WriteContext context, List<ResolvedRecord> records) {
        Map<Watchable, Integer> numbers = new LinkedHashMap<>();
        for (ResolvedRecord resolved : records) {
            int stated = ((PlayCountRecord) resolved.record()).plays();
            resolved.requireItem().watchable().ifPresent(item -> numbers.merge(item, stated, Math::max));
        }
        Map<Watchable, Integer> added = new LinkedHashMap<>(
                numbers.isEmpty() ? Map.of() : plays.complete(tx, context.user(), numbers, context.now()));
        List<WriteResult> results = new ArrayList<>();
        for (ResolvedRecord resolved : records) {
            results.add(resolved.requireItem()
                    .watchable()
                    .map(item -> result(added.put(item, 0)))
                    .orElseGet(() -> WriteResult.skipped(SkipReason.NEEDS_EPISODES)));
        }
        return results;
    }

    private static WriteResult result(@Nullable Integer number) {
        return number == null || number == 0
                ? WriteResult.PRESENT
                : new WriteResult(RowOutcome.ADDED, number, null, RunJson.write(List.of(number)), null);
    }

    @Override
    public int undo(Tx tx, WriteContext context, List<ImportRow> rows) {
        Map<Instant, List<StatedPlay>> added = new TreeMap<>();
        for (ImportRow row : rows) {
            FoundItem item = row.item();
            String after = row.after();
            if (item != null && after != null && RunJson.values(after).getFirst() instanceof Long number) {
                added.computeIfAbsent(row.storedAt(), at -> new ArrayList<>())
                        .addAll(Collections.nCopies(
                                number.intValue(),
                                new StatedPlay(item.watchable().orElseThrow(), WatchedTime.UNKNOWN, PlayAction.SEEN)));
            }
        }
        int undone = 0;
        for (Map.Entry<Instant, List<StatedPlay>> batch : added.entrySet()) {
            undone += plays.undo(tx, context.user(), batch.getValue(), batch.getKey(), context.now());
        }
        return undone;
    }
}
