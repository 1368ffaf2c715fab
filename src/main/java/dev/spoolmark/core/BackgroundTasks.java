package dev.spoolmark.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Runs all periodic work of the server, with one thread per task, so that a slow task does not delay others.
///
/// Anything that a task throws, including an `Error`, is logged; the task runs again after its pause.
public final class BackgroundTasks implements AutoCloseable {

    private final List<BackgroundTask> tasks = new CopyOnWriteArrayList<>();
    private final LongSupplier nanos;
    private final Function<Throwable, String> describe;

    /// @param nanos a monotonic clock like `System.nanoTime`
    /// @param describe describes a throwable for the log, without stored text
    public BackgroundTasks(LongSupplier nanos, Function<Throwable, String> describe) {
        this.nanos = nanos;
        this.describe = describe;
    }

    /// Tasks that use `System.nanoTime` and describe a throwable by its class name.
    public static BackgroundTasks plain() {
        return new BackgroundTasks(System::nanoTime, error -> error.getClass().getName());
    }

    /// Runs `work` after `first`, then `pause` after the end of each run, until the task is closed.
    public BackgroundTask every(String name, Duration first, Duration pause, Runnable work) {
        BackgroundTask task = new BackgroundTask(name, first, pause, work, nanos, describe);
        tasks.add(task);
        task.start();
        return task;
    }

    /// The states of all tasks that are not closed.
    public List<BackgroundTask.State> states() {
        tasks.removeIf(BackgroundTask::isClosed);
        return tasks.stream().map(BackgroundTask::state).toList();
    }

    /// The name of a task that is not closed and whose thread has ended.
    public Optional<String> endedTask() {
        return tasks.stream().filter(BackgroundTask::hasEnded).findFirst().map(BackgroundTask::name);
    }

    /// Closes all tasks, each after its current run.
    @Override
    public void close() {
        tasks.forEach(BackgroundTask::close);
    }
}
