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

/// Keeps the catalogue up with a folder of IMDb's data sets. When its files have changed since they were loaded, one
/// node loads them again, once a day at most, in portions between which everybody else has a turn.
public final class ImdbRefresh {

    /// The name of the base, in the store and in `catalog status`.
    public static final String IMDB = "imdb";

    /// Much more often than a lease ends.
    private static final Duration RENEWED_EVERY = Duration.ofSeconds(20);

    private final ImdbDataset folder;
    private final DatasetJobs jobs;
    private final Supplier<DatasetImport> load;
    private final InstantSource clock;
    private String seen = "";
    private Instant renewed = Instant.MIN;
    private volatile boolean ending;

    /// @param load begins a load; it reads which titles are there already
    public ImdbRefresh(ImdbDataset folder, DatasetJobs jobs, Supplier<DatasetImport> load, InstantSource clock) {
        this.folder = folder;
        this.jobs = jobs;
        this.load = load;
        this.clock = clock;
    }

    /// Looks whether there is something to load, and loads it. To be called now and then: files that changed since
    /// the last look may still be being written, and are waited for.
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

    /// Ends a load between two portions. It begins again after the next start.
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

    /// Keeps the base in our hands as long as the work goes on, and ends the work when it must.
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

    /// That a load does not go on here. It has no stack trace.
    private static final class ImportCutOffException extends RuntimeException {

        ImportCutOffException() {
            super(null, null, false, false);
        }
    }
}
