package dev.spoolmark.transfer.run;

import dev.spoolmark.db.Tx;
import dev.spoolmark.history.ImportRules;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayIdentity;
import dev.spoolmark.history.PlayImports;
import dev.spoolmark.history.StatedPlay;
import dev.spoolmark.history.TimePrecision;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Plays at times. The stored row is `[time in milliseconds, precision, action]`.
final class PlayWriter implements RecordWriter {

    private final PlayImports plays;

    PlayWriter(PlayImports plays) {
        this.plays = plays;
    }

    @Override
    public List<WriteResult> write(Tx tx, WriteContext context, List<ResolvedRecord> records) {
        WriteResult[] results = new WriteResult[records.size()];
        List<StatedPlay> stated = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            PlayRecord play = (PlayRecord) records.get(i).record();
            Optional<Watchable> item = records.get(i).requireItem().watchable();
            if (item.isEmpty()) {
                results[i] = WriteResult.skipped(SkipReason.NEEDS_EPISODES);
            } else if (play.time().isOutOfRange(context.now())) {
                results[i] = WriteResult.skipped(SkipReason.INVALID_DATE);
            } else {
                stated.add(new StatedPlay(item.get(), play.time(), play.action(), identity(context, play)));
                places.add(i);
            }
        }
        if (!stated.isEmpty()) {
            ImportChoices choices = context.choices();
            ImportRules rules = new ImportRules(ZoneId.of(choices.zone()), choices.keepsUnknownPlays());
            List<PlayImports.Result> written = plays.add(tx, context.user(), stated, rules, context.now());
            for (int i = 0; i < written.size(); i++) {
                results[places.get(i)] = result(stated.get(i), written.get(i));
            }
        }
        return List.of(results);
    }

    /// A time of storage in the future becomes that of the import.
    private static @Nullable PlayIdentity identity(WriteContext context, PlayRecord play) {
        PlayIdentity identity = play.identity();
        return identity != null && identity.recordedAt().isAfter(context.now())
                ? new PlayIdentity(context.now(), identity.number())
                : identity;
    }

    private static WriteResult result(StatedPlay play, PlayImports.Result written) {
        WatchedTime before = written.before();
        return switch (written.outcome()) {
            case ADDED -> WriteResult.added(values(play.time(), play.action(), play.identity()));
            case COMPLETED ->
                WriteResult.changed(
                        values(before == null ? WatchedTime.UNKNOWN : before, play.action()),
                        values(play.time(), play.action()));
            case REPEATED -> WriteResult.PRESENT;
            case FULL -> WriteResult.skipped(SkipReason.LIMIT);
        };
    }

    private static String values(WatchedTime time, PlayAction action) {
        return values(time, action, null);
    }

    private static String values(WatchedTime time, PlayAction action, @Nullable PlayIdentity identity) {
        List<@Nullable Object> values = new ArrayList<>();
        Instant at = time.at();
        values.add(at == null ? null : at.toEpochMilli());
        values.add(time.precision().number());
        values.add(action.number());
        if (identity != null) {
            values.add(identity.recordedAt().toEpochMilli());
        }
        return RunJson.write(values);
    }

    @Override
    public int undo(Tx tx, WriteContext context, List<ImportRow> rows) {
        Map<Instant, List<StatedPlay>> added = new TreeMap<>();
        Map<StatedPlay, WatchedTime> completed = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            StatedPlay play = play(row);
            String before = row.before();
            if (before == null) {
                added.computeIfAbsent(storedAt(row), at -> new ArrayList<>()).add(play);
            } else {
                completed.put(play, time(RunJson.values(before)));
            }
        }
        int undone = completed.isEmpty() ? 0 : plays.undoCompletion(tx, context.user(), completed, context.now());
        for (Map.Entry<Instant, List<StatedPlay>> batch : added.entrySet()) {
            undone += plays.undo(tx, context.user(), batch.getValue(), batch.getKey(), context.now());
        }
        return undone;
    }

    /// Its own time of storage, or that of its batch.
    private static Instant storedAt(ImportRow row) {
        List<@Nullable Object> values = RunJson.values(String.valueOf(row.after()));
        return values.size() > 3 && values.get(3) instanceof Long at ? Instant.ofEpochMilli(at) : row.storedAt();
    }

    private static StatedPlay play(ImportRow row) {
        FoundItem item = row.item();
        String after = row.after();
        if (item == null || after == null) {
            throw new IllegalStateException("row " + row.number() + " is no play");
        }
        List<@Nullable Object> values = RunJson.values(after);
        PlayAction action = values.get(2) instanceof Long number ? PlayAction.of(number.intValue()) : PlayAction.SEEN;
        return new StatedPlay(item.watchable().orElseThrow(), time(values), action);
    }

    private static WatchedTime time(List<@Nullable Object> values) {
        return values.get(0) instanceof Long at
                ? WatchedTime.stored(
                        Instant.ofEpochMilli(at), values.get(1) instanceof Long number ? number.intValue() : 0)
                : WatchedTime.stored(null, TimePrecision.UNKNOWN.number());
    }
}
