package dev.spoolmark.app;

import dev.spoolmark.catalog.BaseJobs;
import dev.spoolmark.catalog.BaseLoad;
import dev.spoolmark.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Keeps the catalogue up with a folder of IMDb's data sets. When its files have changed since they were loaded, one
/// node loads them again, once a day at most, in portions between which everybody else has a turn.
final class BaseRefresh {

    /// The name of the base, in the store and in `catalog status`.
    static final String IMDB = "imdb";

    /// Much more often than a lease ends.
    private static final Duration RENEWED_EVERY = Duration.ofSeconds(20);

    private final BaseFolder folder;
    private final BaseJobs jobs;
    private final Supplier<BaseLoad> load;
    private final InstantSource clock;
    private String seen = "";
    private Instant renewed = Instant.MIN;
    private volatile boolean ending;

    /// @param load begins a load; it reads which titles are there already
    BaseRefresh(BaseFolder folder, BaseJobs jobs, Supplier<BaseLoad> load, InstantSource clock) {
        this.folder = folder;
        this.jobs = jobs;
        this.load = load;
        this.clock = clock;
    }

    /// Looks whether there is something to load, and loads it. To be called now and then: files that changed since the
    /// last look may still be being written, and are waited for.
    void look() {
        jobs.introduce(IMDB);
        try {
            String files = folder.files();
            boolean atRest = files.equals(seen);
            seen = files;
            if (atRest && jobs.take(IMDB, files)) {
                load(files);
            }
        } catch (Failure failure) {
            jobs.note(IMDB, failure.sentence());
        }
    }

    /// Ends a load between two portions. It begins again after the next start.
    void end() {
        ending = true;
    }

    private void load(String files) {
        renewed = clock.instant();
        try {
            LoadCount count = folder.load(load.get(), Turns.within(this::goOn), remark -> {}, new Watch());
            jobs.loaded(IMDB, files, count.toString());
        } catch (CutOff cutOff) {
            jobs.giveBack();
        } catch (Refusal busy) {
            jobs.giveBack();
            jobs.note(IMDB, Wording.of(busy));
        } catch (RuntimeException fault) {
            jobs.failed(IMDB, Wording.of(fault));
        }
    }

    /// Keeps the base in our hands as long as the work goes on, and ends the work when it must.
    private synchronized void goOn() {
        Instant now = clock.instant();
        if (ending) {
            throw new CutOff();
        }
        if (!now.isBefore(renewed.plus(RENEWED_EVERY))) {
            if (!jobs.renew(IMDB)) {
                throw new CutOff();
            }
            renewed = now;
        }
    }

    private final class Watch implements BaseFolder.Parts {

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
    private static final class CutOff extends RuntimeException {

        CutOff() {
            super(null, null, false, false);
        }
    }
}
