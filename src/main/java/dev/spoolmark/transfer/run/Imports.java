package dev.spoolmark.transfer.run;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.TableMover;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.favorite.Favorites;
import dev.spoolmark.history.PlayAdditions;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.watchlist.Watchlist;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Imports of users: a file is uploaded, its content previewed, then imported in the background. Each import
/// leaves a report and can be undone as a whole.
public final class Imports {

    private static final int SHOWN = 50;

    private final Database database;
    private final Catalog catalog;
    private final PlayAdditions plays;
    private final RecordWriters writers;
    private final ImportFileFolder files;
    private final InstantSource clock;
    private final ImportRunStore runs = new ImportRunStore();
    private final ImportRowStore rows = new ImportRowStore();

    public Imports(
            Database database,
            Catalog catalog,
            PlayAdditions plays,
            RecordWriters writers,
            ImportFileFolder files,
            InstantSource clock) {
        this.database = database;
        this.catalog = catalog;
        this.plays = plays;
        this.writers = writers;
        this.files = files;
        this.clock = clock;
    }

    /// Moves the rows of reports when two items are merged.
    public static UserDataMover rowMover(ActivityStamps stamps) {
        return new TableMover(ImportRowStore.TABLE, Optional.empty(), stamps);
    }

    /// Moves decisions when two items are merged.
    public static UserDataMover decisionMover(ActivityStamps stamps) {
        return new TableMover(ImportDecisionStore.TABLE, Optional.empty(), stamps);
    }

    /// What a deleted account leaves in the tables of imports.
    public static List<UserDataEraser> erasers() {
        return List.of(ImportRunStore.ROWS, ImportRowStore.ROWS, ImportListStore.ROWS, ImportDecisionStore.ROWS);
    }

    public ImportFileFolder files() {
        return files;
    }

    public ImportWorker worker() {
        return new ImportWorker(this, database, clock);
    }

    RecordWriters writers() {
        return writers;
    }

    // Before the import

    /// Takes a file. An earlier one that still waits for its user is given up.
    ///
    /// @param name of the file at the user
    /// @param file is moved away
    /// @param format key of its format; null to detect it
    /// @throws ProblemException with [Problem.TooMany] while an import of the user runs
    /// @throws ImportFileException if the file is of no known format, damaged or hostile; the file stays
    /// where it is
    public ImportRun upload(UserId user, String name, Path file, @Nullable String format, ImportChoices choices) {
        String key = format == null ? detect(file, name).key() : known(format).key();
        ImportRun run = new ImportRun(
                user,
                database.write(tx -> tx.newId("import")),
                key,
                name,
                choices,
                ImportStatus.UPLOADED,
                0,
                0,
                ImportCounts.NONE,
                0,
                null,
                clock.instant(),
                null);
        discardWaiting(user);
        files.take(run, file);
        database.write(tx -> {
            runs.insert(tx, run);
            return run;
        });
        return run;
    }

    private static ImportFormat detect(Path file, String name) {
        try (ImportFile opened = ImportFile.open(file, name)) {
            return ImportFormats.detect(opened);
        }
    }

    private static ImportFormat known(String format) {
        return ImportFormats.find(format).orElseThrow(() -> new ProblemException(new Problem.Invalid("format")));
    }

    private void discardWaiting(UserId user) {
        for (ImportRun run : of(user)) {
            if (run.status().isActive()) {
                throw new ProblemException(new Problem.TooMany(1, "imports at a time"));
            }
            if (run.status() == ImportStatus.UPLOADED) {
                discard(user, run.id());
            }
        }
    }

    /// Reads a file without importing anything.
    ///
    /// @throws ImportFileException if it cannot be read
    public ImportPreview preview(ImportRun run) {
        ImportFormat format = known(run.format());
        PreviewSink sink = new PreviewSink();
        try (ImportFile file = ImportFile.open(files.path(run), run.fileName())) {
            List<ImportQuestion> questions =
                    ImportFormats.questions(format, file, run.choices().options());
            boolean isReadable = questions.stream()
                    .noneMatch(question ->
                            question.isRequired() && !run.choices().answers().containsKey(question.key()));
            if (isReadable) {
                ImportFormats.read(format, file, run.choices().options(), sink);
            }
            return sink.preview(questions);
        }
    }

    /// Changes the choices of an import that has not begun.
    public ImportRun choose(UserId user, long run, String format, ImportChoices choices) {
        known(format);
        database.write(tx -> {
            runs.setFormat(tx, user, run, format);
            runs.setChoices(tx, user, run, choices, 0, 0);
            return run;
        });
        return require(user, run);
    }

    /// Begins an import in the background.
    ///
    /// @param records of the preview
    /// @return false if it has begun before
    public boolean start(UserId user, long run, ImportChoices choices, long records) {
        plays.flush(user);
        return database.write(tx -> {
            int rank = Math.max(Watchlist.lastRank(tx, user), Favorites.lastRank(tx, user));
            runs.setChoices(tx, user, run, choices, records, rank);
            return runs.setStatus(tx, user, run, ImportStatus.UPLOADED, ImportStatus.QUEUED, null, null);
        });
    }

    /// Carries out an import at once, for the command line.
    ///
    /// @return the import after it has ended
    public ImportRun runNow(UserId user, long run, LongConsumer progress) {
        worker().carryOut(require(user, run), progress);
        return require(user, run);
    }

    /// Goes on with an import that a command or server has left when it was killed, if nothing works on it.
    ///
    /// @return the import after it has ended; empty if there is none
    public Optional<ImportRun> resume(UserId user, LongConsumer progress) {
        return of(user).stream()
                .filter(run -> run.status().isActive() && files.has(run))
                .findFirst()
                .map(run -> runNow(user, run.id(), progress))
                .filter(run -> !run.status().isActive());
    }

    /// Gives up an import that has not begun.
    public boolean discard(UserId user, long run) {
        ImportRun before = require(user, run);
        boolean isDiscarded = database.write(tx ->
                runs.setStatus(tx, user, run, ImportStatus.UPLOADED, ImportStatus.DISCARDED, null, clock.instant()));
        if (isDiscarded) {
            files.delete(before);
        }
        return isDiscarded;
    }

    /// Stops an import. What it has added stays, and can be undone.
    public boolean stop(UserId user, long run) {
        ImportRun before = require(user, run);
        boolean isStopped = database.write(tx -> runs.setStatus(
                        tx, user, run, ImportStatus.RUNNING, ImportStatus.STOPPED, null, clock.instant())
                || runs.setStatus(tx, user, run, ImportStatus.QUEUED, ImportStatus.STOPPED, null, clock.instant()));
        if (isStopped) {
            files.delete(before);
        }
        return isStopped;
    }

    // After the import

    /// The newest imports of a user.
    public List<ImportRun> of(UserId user) {
        return database.read(tx -> runs.newest(tx, user, SHOWN));
    }

    public Optional<ImportRun> find(UserId user, long run) {
        return database.read(tx -> runs.find(tx, user, run));
    }

    ImportRun require(UserId user, long run) {
        return find(user, run).orElseThrow(() -> new ProblemException(new Problem.NotFound("import")));
    }

    /// Rows of the report.
    ///
    /// @param after number of the last row of the page before; 0 for the first page
    public List<ImportRow> rows(UserId user, long run, List<RowOutcome> outcomes, long after, int max) {
        return database.read(tx -> rows.page(tx, user, run, outcomes, after, max));
    }

    /// Begins to remove what an import has added.
    ///
    /// @return false if it cannot be undone, or is undone already
    public boolean undo(UserId user, long run) {
        ImportRun before = require(user, run);
        return before.status().isUndoable()
                && database.write(tx ->
                        runs.setStatus(tx, user, run, before.status(), ImportStatus.UNDOING, null, before.endedAt()));
    }

    /// Matches and dismisses names that no item was found for.
    public ImportMatches matches() {
        return new ImportMatches(this, database, catalog, clock);
    }

    /// Deletes what is left of imports that ended long ago, or that nobody has begun.
    public ImportCleanup cleanup() {
        return new ImportCleanup(this, database, clock);
    }

    RecordBatches batches(ImportRun run, LongConsumer progress) {
        RecordResolver resolver = new RecordResolver(database, catalog, run.user(), true);
        return new RecordBatches(database, writers, resolver, clock, run, progress);
    }
}
