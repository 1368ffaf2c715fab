package dev.spoolmark.transfer.run;

import dev.spoolmark.db.Database;
import dev.spoolmark.transfer.file.FileProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Deletes what is left of imports: old reports, and files that nobody imports.
public final class ImportCleanup {

    /// How long a report is stored, and an import can be undone.
    private static final Duration RETENTION = Duration.ofDays(90);

    /// How long a file waits for its user.
    private static final Duration WAITING = Duration.ofDays(1);

    private static final int MAX_RUNS = 50;
    private static final int MAX_ROWS = 500;

    private final Imports imports;
    private final Database database;
    private final InstantSource clock;
    private final ImportRunStore runs = new ImportRunStore();
    private final ImportRowStore rows = new ImportRowStore();
    private final ImportListStore lists = new ImportListStore();

    ImportCleanup(Imports imports, Database database, InstantSource clock) {
        this.imports = imports;
        this.database = database;
        this.clock = clock;
    }

    /// @return the number of deleted rows and imports
    public int run() {
        endAbandoned(clock.instant().minus(WAITING));
        Instant before = clock.instant().minus(RETENTION);
        int deleted = 0;
        for (ImportRun run : database.read(tx -> runs.endedBefore(tx, before, MAX_RUNS))) {
            deleted += delete(run);
        }
        return deleted;
    }

    private int delete(ImportRun run) {
        int all = 1;
        int batch;
        do {
            batch = database.write(tx -> rows.deleteFirst(tx, run.user(), run.id(), MAX_ROWS));
            all += batch;
        } while (batch > 0);
        database.write(tx -> {
            lists.deleteAll(tx, run.user(), run.id());
            runs.delete(tx, run);
            return run;
        });
        return all;
    }

    /// Gives up files that wait for their users, and ends imports whose files are gone, such as after a restored
    /// backup.
    private void endAbandoned(Instant before) {
        for (ImportRun run : database.read(tx -> runs.uploadedBefore(tx, before, MAX_RUNS))) {
            imports.discard(run.user(), run.id());
        }
        Instant now = clock.instant();
        for (ImportRun run : database.read(tx -> runs.waiting(tx, now, MAX_RUNS))) {
            if (run.status() != ImportStatus.UNDOING
                    && run.createdAt().isBefore(before)
                    && !imports.files().has(run)) {
                String problem = FileProblem.EMPTY.key() + " " + run.fileName();
                database.write(tx ->
                        runs.setStatus(tx, run.user(), run.id(), run.status(), ImportStatus.FAILED, problem, now));
            }
        }
        imports.files().deleteParts(before);
    }
}
