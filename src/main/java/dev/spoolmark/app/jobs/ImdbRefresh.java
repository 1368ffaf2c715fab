package dev.spoolmark.app.jobs;

import dev.spoolmark.app.ErrorMessages;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.catalog.ingest.DatasetImport;
import dev.spoolmark.catalog.ingest.DatasetJobs;
import dev.spoolmark.core.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Imports an IMDb directory again when its files have changed. One node imports it, at most once a day, in
/// batches with pauses for other writers.
public final class ImdbRefresh {

    /// Name of the dataset in the database and in `catalog status`.
    public static final String IMDB = "imdb";

    /// Much shorter than a lease.
    private static final Duration RENEWED_EVERY = Duration.ofSeconds(20);

    private final ImdbDataset folder;
    private final DatasetJobs jobs;
    private final Supplier<DatasetImport> load;
    private final InstantSource clock;
    private String seen = "";
    private Instant renewed = Instant.MIN;
    private volatile boolean ending;

    /// @param load starts an import; it reads which titles exist
    public ImdbRefresh(ImdbDataset folder, DatasetJobs jobs, Supplier<DatasetImport> load, InstantSource clock) {
        this.folder = folder;
        this.jobs = jobs;
        this.load = load;
        this.clock = clock;
    }

    /// Checks for changes and imports them. Called periodically: files that changed since the last check may be
    /// incomplete, so it waits until they are stable.
    void look() {
        jobs.register(IMDB);
        try {
            String files = folder.files();
            boolean atRest = files.equals(seen);
            seen = files;
            if (atRest && jobs.tryLease(IMDB, files)) {
                load(files);
            }
        } catch (UserErrorException failure) {
            jobs.noteError(IMDB, failure.message());
        }
    }

    /// Stops an import after the current batch. It starts again after the next start of the server.
    void end() {
        ending = true;
    }

    private void load(String files) {
        renewed = clock.instant();
        try {
            ImportSummary count =
                    folder.load(load.get(), BulkWritePacing.inServer(this::goOn), remark -> {}, new Watch());
            jobs.markImported(IMDB, files, count.toString());
        } catch (ImportCutOffException cutOff) {
            jobs.releaseLeases();
        } catch (ProblemException busy) {
            jobs.releaseLeases();
            jobs.noteError(IMDB, ErrorMessages.of(busy));
        } catch (RuntimeException fault) {
            jobs.markFailed(IMDB, ErrorMessages.of(fault));
        }
    }

    /// Renews the lease during the import, and stops the import when it must.
    private synchronized void goOn() {
        Instant now = clock.instant();
        if (ending) {
            throw new ImportCutOffException();
        }
        if (!now.isBefore(renewed.plus(RENEWED_EVERY))) {
            if (!jobs.renew(IMDB)) {
                throw new ImportCutOffException();
            }
            renewed = now;
        }
    }

    private final class Watch implements ImdbDataset.Parts {

        @Override
        public void begins(String part, long steps) {
            goOn();
        }

        @Override
        public void reached(long steps) {
            goOn();
        }
    }

    /// The import was stopped. It has no stack trace.
    private static final class ImportCutOffException extends RuntimeException {

        ImportCutOffException() {
            super(null, null, false, false);
        }
    }
}
