package dev.spoolmark.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Waits for SIGTERM or Ctrl-C.
///
/// Not a shutdown hook: after one the exit code says that the process was killed. A second signal ends the
/// process at once.
public final class ShutdownSignal {

    private static final int AT_ONCE = 130;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicInteger times = new AtomicInteger();

    private ShutdownSignal() {}

    public static ShutdownSignal onSignal() {
        ShutdownSignal stop = new ShutdownSignal();
        sun.misc.Signal.handle(new sun.misc.Signal("TERM"), _ -> stop.ask());
        sun.misc.Signal.handle(new sun.misc.Signal("INT"), _ -> stop.ask());
        return stop;
    }

    public void await() {
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        asked.countDown();
        if (times.incrementAndGet() > 1) {
            Runtime.getRuntime().halt(AT_ONCE);
        }
    }
}
