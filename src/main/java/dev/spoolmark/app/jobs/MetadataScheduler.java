package dev.spoolmark.app.jobs;

import dev.spoolmark.app.ErrorMessages;
import dev.spoolmark.core.BackgroundTask;
import dev.spoolmark.core.BackgroundTasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Runs due metadata lookups every second, and requests the changes of the sources every minute. The two are
/// independent.
public final class MetadataScheduler implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MetadataScheduler.class.getName());
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// Maximum number of rounds without a pause.
    private static final int MAX_ROUNDS = 20;

    private final MetadataSources sources;
    private final List<BackgroundTask> tasks = new ArrayList<>();
    private volatile boolean closing;

    private MetadataScheduler(MetadataSources sources) {
        this.sources = sources;
    }

    /// Does nothing if no source is enabled.
    public static MetadataScheduler start(BackgroundTasks tasks, MetadataSources sources) {
        MetadataScheduler timer = new MetadataScheduler(sources);
        if (!sources.sources().all().isEmpty()) {
            timer.tasks.add(tasks.every("sources", SECOND, SECOND, timer::runDueLookups));
            timer.tasks.add(tasks.every("feeds", MINUTE, MINUTE, sources.worker()::readChanges));
        }
        return timer;
    }

    private void runDueLookups() {
        int rounds = 0;
        while (rounds < MAX_ROUNDS && !closing && sources.runOnce() > 0) {
            rounds++;
        }
    }

    /// Interrupts lookups in progress and returns them to the queue, so that the database can be closed.
    /// Another node, or this one after its next start, takes them at once.
    @Override
    public void close() {
        closing = true;
        tasks.forEach(BackgroundTask::closeNow);
        try {
            sources.jobs().releaseLeases();
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "lookups in progress are repeated in some minutes: " + ErrorMessages.of(e));
        }
    }
}
