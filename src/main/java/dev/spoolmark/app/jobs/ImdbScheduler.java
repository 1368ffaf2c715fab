package dev.spoolmark.app.jobs;

import dev.spoolmark.core.BackgroundTask;
import dev.spoolmark.core.BackgroundTasks;
import java.time.Duration;

/// Periodically checks for changed datasets and imports them.
public final class ImdbScheduler implements AutoCloseable {

    private final ImdbRefresh refresh;
    private final BackgroundTask task;

    private ImdbScheduler(ImdbRefresh refresh, BackgroundTask task) {
        this.refresh = refresh;
        this.task = task;
    }

    public static ImdbScheduler start(BackgroundTasks tasks, ImdbRefresh refresh, Duration pause) {
        return new ImdbScheduler(refresh, tasks.every("imdb", Duration.ZERO, pause, refresh::check));
    }

    /// Waits for the current batch, so that the database can be closed.
    @Override
    public void close() {
        refresh.stop();
        task.close();
    }
}
