package dev.spoolmark.app.jobs;

import dev.spoolmark.app.ErrorMessages;
import dev.spoolmark.core.BackgroundTask;
import dev.spoolmark.core.BackgroundTasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Looks every second whether there is something to ask the sources, and every minute whether they have news.
/// Neither waits for the other, however much there is to ask.
public final class MetadataScheduler implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MetadataScheduler.class.getName());
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// How many rounds follow each other without a pause.
    private static final int ROUNDS = 20;

    private final MetadataSources sources;
    private final List<BackgroundTask> tasks = new ArrayList<>();
    private volatile boolean closing;

    private MetadataScheduler(MetadataSources sources) {
        this.sources = sources;
    }

    /// Does nothing when there is nobody to ask.
    public static MetadataScheduler start(BackgroundTasks tasks, MetadataSources sources) {
        MetadataScheduler timer = new MetadataScheduler(sources);
        if (!sources.sources().all().isEmpty()) {
            timer.tasks.add(tasks.every("sources", SECOND, SECOND, timer::askSome));
            timer.tasks.add(tasks.every("feeds", MINUTE, MINUTE, sources.worker()::feeds));
        }
        return timer;
    }

    private void askSome() {
        int rounds = 0;
        while (rounds < ROUNDS && !closing && sources.runOnce() > 0) {
            rounds++;
        }
    }

    /// Interrupts what is being asked, so that the store may be closed next, and gives it back: another node, or
    /// this one after its next start, asks at once.
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
