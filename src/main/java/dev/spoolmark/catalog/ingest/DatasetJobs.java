package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.ingest.DatasetJobStore.Due;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The bases that servers load again by themselves. Of several nodes one loads; what it does survives restarts, and
/// who dies over it is followed by another.
public final class DatasetJobs {

    /// Whoever loads says so more often than this.
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofDays(1);

    private final Database database;
    private final InstantSource clock;
    private final String node;

    /// @param node the name under which this process holds a base; no two have one name
    public DatasetJobs(Database database, InstantSource clock, String node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    /// There is such a base from now on.
    public void introduce(String base) {
        Instant now = clock.instant();
        if (state(base).isEmpty()) {
            database.write(tx -> {
                DatasetJobStore.introduce(tx, base, now);
                return null;
            });
        }
    }

    /// Whether these files, which `files` describes, are others than those loaded last, and for us to load.
    public boolean take(String base, String files) {
        Instant now = clock.instant();
        Due due = new Due(
                now, now.plus(PAUSE).plus(ClockSkew.TOLERATED), now.plus(LEASE).plus(ClockSkew.TOLERATED));
        if (database.read(tx -> DatasetJobStore.isDue(tx, base, files, due))) {
            return database.write(tx -> DatasetJobStore.lease(tx, base, node, now.plus(LEASE), due));
        }
        if (state(base).filter(state -> state.error() != null).isPresent()) {
            database.write(tx -> {
                DatasetJobStore.clear(tx, base);
                return null;
            });
        }
        return false;
    }

    /// Whether it is still for us to load.
    public boolean renew(String base) {
        Instant until = clock.instant().plus(LEASE);
        return database.write(tx -> DatasetJobStore.renew(tx, base, node, until));
    }

    /// It was loaded to its end, and is not looked at for a day.
    public void loaded(String base, String files, String outcome) {
        Instant now = clock.instant();
        database.write(tx -> {
            DatasetJobStore.loaded(tx, base, node, files, outcome, now, now.plus(PAUSE));
            return null;
        });
    }

    /// It could not be loaded, for a reason in one line. It is tried again a day later, whether its files change or
    /// not.
    public void failed(String base, String reason) {
        Instant now = clock.instant();
        database.write(tx -> {
            DatasetJobStore.failed(tx, base, node, reason, now, now.plus(PAUSE));
            return null;
        });
    }

    /// Its files cannot be looked at, for a reason in one line. That is tried again soon.
    public void note(String base, String reason) {
        Instant now = clock.instant();
        if (state(base).filter(state -> reason.equals(state.error())).isEmpty()) {
            database.write(tx -> {
                DatasetJobStore.note(tx, base, reason, now);
                return null;
            });
        }
    }

    /// Gives back what this node holds, so that whoever looks next need not wait for the end of a lease.
    public void giveBack() {
        database.write(tx -> {
            DatasetJobStore.release(tx, node);
            return null;
        });
    }

    public Optional<DatasetStatus> state(String base) {
        Instant now = clock.instant();
        return database.read(tx -> DatasetJobStore.state(tx, base, now));
    }
}
