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
    private static final Duration RENEW_INTERVAL = Duration.ofSeconds(20);

    private final ImdbDataset dataset;
    private final DatasetJobs jobs;
    private final Supplier<DatasetImport> importFiles;
    private final InstantSource clock;
    private String lastFingerprint = "";
    private Instant renewedAt = Instant.MIN;
    private volatile boolean stopped;

    /// @param load starts an import; it reads which titles exist
    public ImdbRefresh(ImdbDataset folder, DatasetJobs jobs, Supplier<DatasetImport> load, InstantSource clock) {
        this.dataset = folder;
        this.jobs = jobs;
        this.importFiles = load;
        this.clock = clock;
    }

    /// Checks for changes and imports them. Called periodically: files that changed since the last check may be
    /// incomplete, so it waits until they are stable.
    void check() {
        jobs.register(IMDB);
        try {
            String files = dataset.fingerprint();
            boolean atRest = files.equals(lastFingerprint);
            lastFingerprint = files;
            if (atRest && jobs.tryLease(IMDB, files)) {
                importFiles(files);
            }
        } catch (UserErrorException failure) {
            jobs.noteError(IMDB, failure.message());
        }
    }

    /// Stops an import after the current batch. It starts again after the next start of the server.
    void stop() {
        stopped = true;
    }

    private void importFiles(String files) {
        renewedAt = clock.instant();
        try {
            ImportSummary count = dataset.importInto(
                    importFiles.get(), BulkWritePacing.inServer(this::checkpoint), warning -> {}, new Checkpoints());
            jobs.markImported(IMDB, files, count.toString());
        } catch (ImportStoppedException cutOff) {
            jobs.releaseLeases();
        } catch (ProblemException busy) {
            jobs.releaseLeases();
            jobs.noteError(IMDB, ErrorMessages.of(busy));
        } catch (RuntimeException fault) {
            jobs.markFailed(IMDB, ErrorMessages.of(fault));
        }
    }

    /// Renews the lease during the import, and stops the import when it must.
    private synchronized void checkpoint() {
        Instant now = clock.instant();
        if (stopped) {
            throw new ImportStoppedException();
        }
        if (!now.isBefore(renewedAt.plus(RENEW_INTERVAL))) {
            if (!jobs.renew(IMDB)) {
                throw new ImportStoppedException();
            }
            renewedAt = now;
        }
    }

    private final class Checkpoints implements ImdbDataset.Progress {

        @Override
        public void begin(String part, long steps) {
            checkpoint();
        }

        @Override
        public void advance(long steps) {
            checkpoint();
        }
    }

    /// The import was stopped. It has no stack trace.
    private static final class ImportStoppedException extends RuntimeException {

        ImportStoppedException() {
            super(null, null, false, false);
        }
    }
}
