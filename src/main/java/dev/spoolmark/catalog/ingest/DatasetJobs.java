package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.ingest.DatasetJobStore.Due;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Datasets that the server imports again when their files change. Of several nodes one imports; if it dies,
/// another continues after its lease.
public final class DatasetJobs {

    /// An import renews its lease more often than this.
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofDays(1);

    private final Database database;
    private final InstantSource clock;
    private final String node;

    /// @param node the unique name of this process
    public DatasetJobs(Database database, InstantSource clock, String node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    /// Registers a dataset.
    public void register(String dataset) {
        Instant now = clock.instant();
        if (state(dataset).isEmpty()) {
            database.write(tx -> {
                DatasetJobStore.introduce(tx, dataset, now);
                return null;
            });
        }
    }

    /// Leases the import if these files differ from those of the last one.
    ///
    /// @param files describes the files, such as their sizes and times
    /// @return whether this node has to import them
    public boolean tryLease(String dataset, String files) {
        Instant now = clock.instant();
        Due due = new Due(
                now, now.plus(PAUSE).plus(ClockSkew.TOLERANCE), now.plus(LEASE).plus(ClockSkew.TOLERANCE));
        if (database.read(tx -> DatasetJobStore.isDue(tx, dataset, files, due))) {
            return database.write(tx -> DatasetJobStore.lease(tx, dataset, node, now.plus(LEASE), due));
        }
        if (state(dataset).filter(state -> state.error() != null).isPresent()) {
            database.write(tx -> {
                DatasetJobStore.clear(tx, dataset);
                return null;
            });
        }
        return false;
    }

    /// Extends the lease.
    ///
    /// @return whether this node still has it
    public boolean renew(String dataset) {
        Instant until = clock.instant().plus(LEASE);
        return database.write(tx -> DatasetJobStore.renew(tx, dataset, node, until));
    }

    /// Stores the outcome of a complete import. The next check is a day later.
    public void markImported(String dataset, String files, String outcome) {
        Instant now = clock.instant();
        database.write(tx -> {
            DatasetJobStore.loaded(tx, dataset, node, files, outcome, now, now.plus(PAUSE));
            return null;
        });
    }

    /// Stores why the import failed, in one line. It is tried again a day later.
    public void markFailed(String dataset, String reason) {
        Instant now = clock.instant();
        database.write(tx -> {
            DatasetJobStore.failed(tx, dataset, node, reason, now, now.plus(PAUSE));
            return null;
        });
    }

    /// Stores why the files cannot be checked, in one line. That is tried again soon.
    public void noteError(String dataset, String reason) {
        Instant now = clock.instant();
        if (state(dataset).filter(state -> reason.equals(state.error())).isEmpty()) {
            database.write(tx -> {
                DatasetJobStore.note(tx, dataset, reason, now);
                return null;
            });
        }
    }

    /// Releases the leases of this node, so that other nodes need not wait for them to end.
    public void releaseLeases() {
        database.write(tx -> {
            DatasetJobStore.release(tx, node);
            return null;
        });
    }

    public Optional<DatasetStatus> state(String dataset) {
        Instant now = clock.instant();
        return database.read(tx -> DatasetJobStore.state(tx, dataset, now));
    }
}
