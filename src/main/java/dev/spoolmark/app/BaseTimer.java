package dev.spoolmark.app;

import dev.spoolmark.kernel.BackgroundTask;
import dev.spoolmark.kernel.BackgroundTasks;
import java.time.Duration;

/// Looks now and then whether a base has changed, and loads it then.
final class BaseTimer implements AutoCloseable {

    private final BaseRefresh refresh;
    private final BackgroundTask task;

    private BaseTimer(BaseRefresh refresh, BackgroundTask task) {
        this.refresh = refresh;
        this.task = task;
    }

    static BaseTimer start(BackgroundTasks tasks, BaseRefresh refresh, Duration pause) {
        return new BaseTimer(refresh, tasks.every("base", Duration.ZERO, pause, refresh::look));
    }

    /// Waits for the portion in hand, so that the store may be closed next.
    @Override
    public void close() {
        refresh.end();
        task.close();
    }
}
