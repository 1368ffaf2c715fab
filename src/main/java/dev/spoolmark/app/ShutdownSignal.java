package dev.spoolmark.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Waits for SIGTERM or Ctrl-C.
///
/// Not a shutdown hook: after one the exit code says that the process was killed. A second signal ends the
/// process at once.
public final class ShutdownSignal {

    private static final int HALTED = 130;

    private final CountDownLatch received = new CountDownLatch(1);
    private final AtomicInteger count = new AtomicInteger();

    private ShutdownSignal() {}

    public static ShutdownSignal onSignal() {
        ShutdownSignal signal = new ShutdownSignal();
        sun.misc.Signal.handle(new sun.misc.Signal("TERM"), _ -> signal.receive());
        sun.misc.Signal.handle(new sun.misc.Signal("INT"), _ -> signal.receive());
        return signal;
    }

    public void await() {
        try {
            received.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive() {
        received.countDown();
        if (count.incrementAndGet() > 1) {
            Runtime.getRuntime().halt(HALTED);
        }
    }
}
