package dev.spoolmark.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks now and then whether a base has changed, and loads it then.
final class BaseTimer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(BaseTimer.class.getName());

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("base").factory());

    private final BaseRefresh refresh;

    private BaseTimer(BaseRefresh refresh) {
        this.refresh = refresh;
    }

    static BaseTimer start(BaseRefresh refresh, Duration pause) {
        BaseTimer timer = new BaseTimer(refresh);
        var _ = timer.timer.scheduleWithFixedDelay(timer::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return timer;
    }

    /// What fails is tried again next time: a timer that throws would never run again.
    private void look() {
        try {
            refresh.look();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "the base is looked at again later: " + Wording.of(e));
        }
    }

    /// Waits for the portion in hand, so that the store may be closed next.
    @Override
    public void close() {
        refresh.end();
        timer.close();
    }
}
