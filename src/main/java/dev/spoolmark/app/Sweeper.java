package dev.spoolmark.app;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.audit.Attempts;
import dev.spoolmark.catalog.Completion;
import dev.spoolmark.scrobble.DueCheckins;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks after what becomes due while nobody asks: at start, and every half minute; what grows old, once a day.
final class Sweeper implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Sweeper.class.getName());
    private static final long SECONDS = 30;
    private static final long HOURS = 24;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sweeper").factory());

    private final Attempts attempts;

    private Sweeper(Attempts attempts) {
        this.attempts = attempts;
    }

    static Sweeper start(DueCheckins due, Completion completion, Accounts accounts) {
        Sweeper sweeper = new Sweeper(accounts.attempts());
        var _ = sweeper.timer.scheduleWithFixedDelay(
                () -> {
                    sweep(due::sweep, "check-ins that ended wait");
                    sweep(completion::settle, "what people have on items that became others waits");
                    sweep(accounts.attempts()::keep, "who tried to sign in is not written down");
                },
                0,
                SECONDS,
                TimeUnit.SECONDS);
        var _ = sweeper.timer.scheduleWithFixedDelay(
                () -> sweep(accounts.audit()::forget, "what is too old in the security log waits"),
                1,
                HOURS,
                TimeUnit.HOURS);
        return sweeper;
    }

    /// What cannot be swept now is swept next time: a timer that throws would never run again.
    private static void sweep(Runnable work, String otherwise) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, () -> otherwise + " for the next sweep: " + Wording.of(e));
        }
    }

    /// Waits for the sweep in hand, so that the store may be closed next.
    @Override
    public void close() {
        timer.close();
        sweep(attempts::finish, "who tried to sign in last is not written down");
    }
}
