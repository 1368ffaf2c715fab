package dev.spoolmark.transfer.run;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.transfer.file.FileProblem;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.file.ImportLimits;
import dev.spoolmark.transfer.record.ImportRecord;
import dev.spoolmark.transfer.record.ImportWarning;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.ItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SettingRecord;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.SkippedRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes the records of an import, 500 in one transaction together with their rows in the report and the
/// position of the import. Records that are done already are passed over.
final class RecordBatches implements RecordSink {

    static final int SIZE = 500;

    private final Database database;
    private final RecordWriters writers;
    private final RecordResolver resolver;
    private final InstantSource clock;
    private final ImportRun run;
    private final LongConsumer progress;
    private final ImportRunStore runs = new ImportRunStore();
    private final ImportRowStore rows = new ImportRowStore();
    private final List<ImportRecord> batch = new ArrayList<>(SIZE);

    private long seen;
    private long position;
    private ImportCounts counts;
    private Instant lastStoredAt = Instant.EPOCH;

    /// @param progress receives the number of records that are done
    RecordBatches(
            Database database,
            RecordWriters writers,
            RecordResolver resolver,
            InstantSource clock,
            ImportRun run,
            LongConsumer progress) {
        this.database = database;
        this.writers = writers;
        this.resolver = resolver;
        this.clock = clock;
        this.run = run;
        this.progress = progress;
        this.position = run.position();
        this.counts = run.counts();
    }

    /// What a rating adds, if the user wants that, is a record of its own.
    @Override
    public void accept(ImportRecord record) {
        add(record);
        if (run.choices().marksRated() && record instanceof RatingRecord rating && isWatchable(rating.item())) {
            add(new PlayCountRecord(rating.source(), rating.item(), 1));
        }
    }

    private static boolean isWatchable(ImportedItem item) {
        return item.kind() == Kind.MOVIE || item.kind() == Kind.EPISODE;
    }

    private void add(ImportRecord record) {
        seen++;
        if (seen > ImportLimits.ROWS) {
            throw new ImportFileException(FileProblem.TOO_MANY_ROWS, run.fileName());
        }
        if (seen <= position) {
            return;
        }
        batch.add(record);
        if (batch.size() == SIZE) {
            flush();
        }
    }

    ImportCounts counts() {
        return counts;
    }

    /// Writes what is left.
    void flush() {
        if (batch.isEmpty()) {
            return;
        }
        Map<ImportedItem, ItemResolution> items = resolver.resolve(batch.stream()
                .filter(this::isChosen)
                .flatMap(record -> record instanceof ItemRecord about ? Stream.of(about.item()) : Stream.empty())
                .distinct()
                .toList());
        Instant now = later();
        counts = database.write(tx -> write(tx, items, now));
        position += batch.size();
        batch.clear();
        progress.accept(position);
    }

    /// Each batch has its own time, by which its plays are found again.
    private Instant later() {
        Instant now = Instant.ofEpochMilli(clock.millis());
        lastStoredAt = now.isAfter(lastStoredAt) ? now : lastStoredAt.plusMillis(1);
        return lastStoredAt;
    }

    private boolean isChosen(ImportRecord record) {
        RecordType type = RecordType.of(record);
        return run.choices().types().contains(type == RecordType.PLAY_COUNT ? RecordType.PLAY : type);
    }

    private ImportCounts write(Tx tx, Map<ImportedItem, ItemResolution> items, Instant now) {
        WriteContext context = new WriteContext(run.user(), run, now);
        List<ResolvedRecord> writable = new ArrayList<>();
        Map<Long, ImportRow> report = new TreeMap<>();
        long number = position;
        for (ImportRecord record : batch) {
            number++;
            ImportRow row = settled(number, record, items, now);
            if (row == null) {
                writable.add(new ResolvedRecord(number, record, found(record, items)));
            } else {
                report.put(number, row);
            }
        }
        Map<Long, WriteResult> results = writers.write(tx, context, writable);
        ImportCounts after = counts;
        for (ResolvedRecord resolved : writable) {
            WriteResult result = results.getOrDefault(resolved.number(), WriteResult.PRESENT);
            report.put(resolved.number(), row(resolved, result, now));
            after = after.plus(result.outcome(), resolved.type(), result.number());
        }
        for (ImportRow row : report.values()) {
            if (!results.containsKey(row.number())) {
                after = after.plus(row.outcome(), row.type(), 0);
            }
        }
        UserId user = run.user();
        rows.insert(tx, user, run.id(), List.copyOf(report.values()));
        Instant lease = clock.instant().plus(ImportWorker.LEASE);
        if (!runs.advance(tx, run, ImportStatus.RUNNING, position, position + batch.size(), after, lease)) {
            throw new StoppedException();
        }
        return after;
    }

    private static @Nullable FoundItem found(ImportRecord record, Map<ImportedItem, ItemResolution> items) {
        return record instanceof ItemRecord about
                        && items.get(about.item()) instanceof ItemResolution.Found(FoundItem item)
                ? item
                : null;
    }

    /// The row of a record that is not written; null for one that is.
    private @Nullable ImportRow settled(
            long number, ImportRecord record, Map<ImportedItem, ItemResolution> items, Instant now) {
        if (record instanceof SkippedRecord skipped) {
            return row(number, RowOutcome.SKIPPED, record, now, skipped.reason().key(), skipped.row());
        }
        if (record instanceof ImportWarning warning) {
            return row(number, RowOutcome.WARNING, record, now, warning.topic().key(), warning.detail());
        }
        if (!isChosen(record)) {
            return row(number, RowOutcome.SKIPPED, record, now, SkipReason.NOT_CHOSEN.key(), label(record));
        }
        if (!writers.canWrite(RecordType.of(record))) {
            return row(number, RowOutcome.SKIPPED, record, now, SkipReason.NOT_SUPPORTED.key(), label(record));
        }
        if (!(record instanceof ItemRecord about)) {
            return null;
        }
        return switch (items.getOrDefault(about.item(), new ItemResolution.Unresolved(List.of()))) {
            case ItemResolution.Found _ -> null;
            case ItemResolution.Ignored _ -> row(number, RowOutcome.IGNORED, record, now, null, label(record));
            case ItemResolution.Unresolved several ->
                new ImportRow(
                        number,
                        RowOutcome.UNRESOLVED,
                        RecordType.of(record),
                        null,
                        record.source(),
                        now,
                        null,
                        several.candidates().isEmpty() ? null : Candidates.write(several.candidates()),
                        null,
                        label(record),
                        RunJson.write(record));
        };
    }

    static String label(ImportRecord record) {
        return switch (record) {
            case ItemRecord about -> ItemKey.label(about.item());
            case ListRecord list -> list.name();
            case SettingRecord setting -> setting.label();
            case SkippedRecord skipped -> skipped.row();
            case ImportWarning warning -> warning.detail();
        };
    }

    private static ImportRow row(
            long number,
            RowOutcome outcome,
            ImportRecord record,
            Instant now,
            @Nullable String reason,
            @Nullable String label) {
        return new ImportRow(
                number, outcome, RecordType.of(record), null, record.source(), now, null, null, reason, label, null);
    }

    static ImportRow row(ResolvedRecord resolved, WriteResult result, Instant now) {
        SkipReason reason = result.reason();
        return new ImportRow(
                resolved.number(),
                result.outcome(),
                resolved.type(),
                resolved.item(),
                resolved.record().source(),
                now,
                result.before(),
                result.after(),
                reason == null ? null : reason.key(),
                resolved.item() == null ? label(resolved.record()) : null,
                null);
    }
}
