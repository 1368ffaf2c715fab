package dev.spoolmark.app;

import dev.spoolmark.kernel.BackgroundTask;
import dev.spoolmark.kernel.BackgroundTasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Looks every second whether there is something to ask the sources, and every minute whether they have news. Neither
/// waits for the other, however much there is to ask.
final class AskingTimer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AskingTimer.class.getName());
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// How many rounds follow each other without a pause.
    private static final int ROUNDS = 20;

    private final Asking asking;
    private final List<BackgroundTask> tasks = new ArrayList<>();
    private volatile boolean closing;

    private AskingTimer(Asking asking) {
        this.asking = asking;
    }

    /// Does nothing when there is nobody to ask.
    static AskingTimer start(BackgroundTasks tasks, Asking asking) {
        AskingTimer timer = new AskingTimer(asking);
        if (!asking.sources().all().isEmpty()) {
            timer.tasks.add(tasks.every("sources", SECOND, SECOND, timer::askSome));
            timer.tasks.add(tasks.every("feeds", MINUTE, MINUTE, asking.worker()::feeds));
        }
        return timer;
    }

    private void askSome() {
        int rounds = 0;
        while (rounds < ROUNDS && !closing && asking.round() > 0) {
            rounds++;
        }
    }

    /// Interrupts what is being asked, so that the store may be closed next, and gives it back: another node, or this
    /// one after its next start, asks at once.
    @Override
    public void close() {
        closing = true;
        tasks.forEach(BackgroundTask::closeNow);
        try {
            asking.jobs().giveBack();
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "what was being asked is asked again in some minutes: " + Wording.of(e));
        }
    }
}
