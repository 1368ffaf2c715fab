package dev.spoolmark.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Runs all periodic work of the server, a thread for each task, so that a slow one delays no other.
///
/// Whatever a task throws, an `Error` too, is logged, and it runs again after its pause.
public final class BackgroundTasks implements AutoCloseable {

    private final List<BackgroundTask> tasks = new CopyOnWriteArrayList<>();
    private final LongSupplier nanos;
    private final Function<Throwable, String> wording;

    /// @param nanos a monotonic clock like `System.nanoTime`, by which it is said when tasks last ran
    /// @param wording describes what a task threw, for the log; without stored text
    public BackgroundTasks(LongSupplier nanos, Function<Throwable, String> wording) {
        this.nanos = nanos;
        this.wording = wording;
    }

    /// Those of a server: on the clock of this machine, describing a fault by its class.
    public static BackgroundTasks plain() {
        return new BackgroundTasks(System::nanoTime, fault -> fault.getClass().getName());
    }

    /// Starts to run `work`, first after `first`, then `pause` after each run has ended, until the task is closed.
    public BackgroundTask every(String name, Duration first, Duration pause, Runnable work) {
        BackgroundTask task = new BackgroundTask(name, first, pause, work, nanos, wording);
        tasks.add(task);
        task.start();
        return task;
    }

    /// How each task does that was started and not closed.
    public List<BackgroundTask.State> states() {
        tasks.removeIf(BackgroundTask::isClosed);
        return tasks.stream().map(BackgroundTask::state).toList();
    }

    /// The name of a task that should run and whose thread is gone.
    public Optional<String> gone() {
        return tasks.stream().filter(BackgroundTask::isGone).findFirst().map(BackgroundTask::name);
    }

    /// Ends all tasks, each after the run in hand.
    @Override
    public void close() {
        tasks.forEach(BackgroundTask::close);
    }
}
