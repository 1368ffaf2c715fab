package dev.spoolmark.app;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks every second whether there is something to ask the sources, and every minute whether they have news.
final class AskingTimer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AskingTimer.class.getName());

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sources").factory());

    private final Asking asking;

    private AskingTimer(Asking asking) {
        this.asking = asking;
    }

    /// Does nothing when there is nobody to ask.
    static AskingTimer start(Asking asking) {
        AskingTimer timer = new AskingTimer(asking);
        if (!asking.sources().all().isEmpty()) {
            timer.every(TimeUnit.SECONDS, timer::askAll);
            timer.every(TimeUnit.MINUTES, asking.worker()::feeds);
        }
        return timer;
    }

    private void askAll() {
        while (!timer.isShutdown() && asking.round() > 0) {
            Thread.onSpinWait();
        }
    }

    /// What fails is tried again next time: a timer that throws would never run again.
    private void every(TimeUnit unit, Runnable work) {
        var _ = timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.log(
                                System.Logger.Level.WARNING,
                                () -> "the sources are asked again later: " + Wording.of(e));
                    }
                },
                1,
                1,
                unit);
    }

    /// Interrupts what is being asked, so that the store may be closed next, and gives it back: another node, or this
    /// one after its next start, asks at once.
    @Override
    public void close() {
        timer.shutdownNow();
        timer.close();
        try {
            asking.jobs().giveBack();
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "what was being asked is asked again in some minutes: " + Wording.of(e));
        }
    }
}
