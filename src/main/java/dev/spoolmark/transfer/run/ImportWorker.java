package dev.spoolmark.transfer.run;

import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.ImportFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Carries imports and their undo out, one after the other, and goes on with those that a stopped server has left.
public final class ImportWorker {

    /// How long a server keeps an import without a sign of life.
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final int UNDO_BATCH = 500;

    private final Imports imports;
    private final Database database;
    private final InstantSource clock;
    private final ImportRunStore runs = new ImportRunStore();
    private final ImportRowStore rows = new ImportRowStore();
    private final ImportListStore lists = new ImportListStore();

    ImportWorker(Imports imports, Database database, InstantSource clock) {
        this.imports = imports;
        this.database = database;
        this.clock = clock;
    }

    /// Carries out everything that waits and whose file is here.
    public void runWaiting() {
        Optional<ImportRun> next = next();
        while (next.isPresent()) {
            carryOut(next.get(), position -> {});
            next = next();
        }
    }

    private Optional<ImportRun> next() {
        Instant now = clock.instant();
        List<ImportRun> waiting = database.read(tx -> runs.waiting(tx, now, 20));
        return waiting.stream()
                .filter(run ->
                        run.status() == ImportStatus.UNDOING || imports.files().has(run))
                .findFirst();
    }

    /// Carries out an import or its undo, unless another server does.
    ///
    /// @param progress receives the number of records that are done
    void carryOut(ImportRun run, LongConsumer progress) {
        ImportStatus working = run.status() == ImportStatus.UNDOING ? ImportStatus.UNDOING : ImportStatus.RUNNING;
        Instant now = clock.instant();
        if (!database.write(tx -> runs.lease(tx, run, working, now, now.plus(LEASE)))) {
            return;
        }
        ImportRun leased = imports.require(run.user(), run.id());
        if (working == ImportStatus.UNDOING) {
            try {
                undo(leased, progress);
            } catch (StoppedException another) {
                // Another server goes on with it.
            }
        } else {
            run(leased, progress);
        }
    }

    private void run(ImportRun run, LongConsumer progress) {
        RecordBatches batches = imports.batches(run, progress);
        ImportFormat format = ImportFormats.find(run.format()).orElseThrow();
        try (ImportFile file = ImportFile.open(imports.files().path(run), run.fileName())) {
            ImportFormats.read(format, file, run.choices().options(), batches);
            batches.flush();
            end(run, ImportStatus.FINISHED, "");
        } catch (ImportFileException e) {
            flushQuietly(batches);
            end(run, ImportStatus.FAILED, e.problem().key() + " " + e.place());
        } catch (StoppedException stopped) {
            // Its status has been set by the stop.
        } catch (ProblemException e) {
            end(run, ImportStatus.FAILED, e.problem().getClass().getSimpleName());
        }
    }

    /// What was read before a part that cannot be read.
    private static void flushQuietly(RecordBatches batches) {
        try {
            batches.flush();
        } catch (StoppedException stopped) {
            // The user has stopped it at the same time.
        }
    }

    private void end(ImportRun run, ImportStatus status, String problem) {
        boolean isEnded = database.write(tx -> runs.setStatus(
                tx,
                run.user(),
                run.id(),
                ImportStatus.RUNNING,
                status,
                problem.isEmpty() ? null : problem,
                clock.instant()));
        if (isEnded) {
            imports.files().delete(run);
        }
    }

    /// Removes what was added, last first. It goes on where it has stopped, since rows that are done are deleted.
    private void undo(ImportRun run, LongConsumer progress) {
        long before = Long.MAX_VALUE;
        long done = 0;
        while (true) {
            long from = before;
            List<ImportRow> batch = database.read(tx -> rows.written(tx, run.user(), run.id(), from, UNDO_BATCH));
            if (batch.isEmpty()) {
                break;
            }
            undo(run, batch);
            before = batch.getLast().number();
            done += batch.size();
            progress.accept(done);
        }
        database.write(tx -> {
            lists.deleteAll(tx, run.user(), run.id());
            return runs.setStatus(
                    tx, run.user(), run.id(), ImportStatus.UNDOING, ImportStatus.UNDONE, null, clock.instant());
        });
    }

    private void undo(ImportRun run, List<ImportRow> batch) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        database.write(tx -> {
            WriteContext context = new WriteContext(run.user(), run, now);
            imports.writers().undo(tx, context, batch);
            rows.delete(
                    tx,
                    run.user(),
                    run.id(),
                    batch.stream().map(ImportRow::number).toList());
            if (!runs.advance(
                    tx, run, ImportStatus.UNDOING, run.position(), run.position(), run.counts(), now.plus(LEASE))) {
                throw new StoppedException();
            }
            return run;
        });
    }
}
