package dev.spoolmark.app;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.audit.Attempts;
import dev.spoolmark.catalog.Completion;
import dev.spoolmark.kernel.BackgroundTask;
import dev.spoolmark.kernel.BackgroundTasks;
import dev.spoolmark.scrobble.DueCheckins;
import java.time.Duration;
import java.util.List;

/// Looks after what becomes due while nobody asks: at start, and every half minute; what grows old, once a day.
final class Sweeper implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Sweeper.class.getName());
    private static final Duration OFTEN = Duration.ofSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Attempts attempts;
    private final List<BackgroundTask> tasks;

    private Sweeper(Attempts attempts, List<BackgroundTask> tasks) {
        this.attempts = attempts;
        this.tasks = tasks;
    }

    static Sweeper start(BackgroundTasks tasks, DueCheckins due, Completion completion, Accounts accounts) {
        Attempts attempts = accounts.attempts();
        return new Sweeper(
                attempts,
                List.of(
                        tasks.every("sweeper", Duration.ZERO, OFTEN, () -> {
                            sweep(due::sweep, "check-ins that ended wait");
                            sweep(completion::settle, "what people have on items that became others waits");
                            sweep(attempts::keep, "who tried to sign in is not written down");
                        }),
                        tasks.every("audit", HOUR, DAY, accounts.audit()::forget)));
    }

    /// What cannot be swept now is swept next time, and keeps nothing else from being swept.
    private static void sweep(Runnable work, String otherwise) {
        try {
            work.run();
        } catch (Throwable fault) {
            LOG.log(System.Logger.Level.WARNING, () -> otherwise + " for the next sweep: " + Wording.of(fault));
        }
    }

    /// Waits for the sweep in hand, so that the store may be closed next.
    @Override
    public void close() {
        tasks.forEach(BackgroundTask::close);
        sweep(attempts::finish, "who tried to sign in last is not written down");
    }
}
