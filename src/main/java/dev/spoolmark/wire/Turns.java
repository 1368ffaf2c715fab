package dev.spoolmark.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The turns to work that there are, and the two lines before them: who was let in and only waited for the network goes
/// before who is new. Else all that are let in wait again for each piece of their body, behind ever more newcomers, and
/// none comes to its end. A turn is handed from one to the next: nobody has to wake up to hand it on.
final class Turns {

    private final int there;
    private final Deque<Waiter> returning = new ArrayDeque<>();
    private final Deque<Waiter> newcomers = new ArrayDeque<>();
    private volatile int given;
    private volatile int waiting;

    Turns(int there) {
        this.there = there;
    }

    /// How many are at work.
    int given() {
        return given;
    }

    /// How many newcomers wait.
    int newcomers() {
        return waiting;
    }

    boolean anyLeft() {
        return given < there;
    }

    /// Takes a turn if one is free.
    synchronized boolean takeAtOnce() {
        if (given >= there) {
            return false;
        }
        given++;
        return true;
    }

    /// Waits for a turn behind all other newcomers.
    ///
    /// @param called runs when the turn comes, before it is known to have come
    /// @return whether one came in time
    boolean takeWithin(long nanos, Runnable called) throws InterruptedException {
        Waiter waiter = lineUp(newcomers, called);
        if (waiter == null) {
            return true;
        }
        try {
            if (waiter.await(nanos)) {
                return true;
            }
        } catch (InterruptedException stopping) {
            if (!leave(waiter)) {
                giveBack();
            }
            throw stopping;
        }
        return !leave(waiter);
    }

    /// Waits for a turn before all newcomers, and does not hear of interruptions meanwhile.
    void takeAgain() {
        Waiter waiter = lineUp(returning, () -> {});
        if (waiter != null) {
            waiter.awaitWithoutEnd();
        }
    }

    /// Nobody waits where a turn is free.
    private synchronized @Nullable Waiter lineUp(Deque<Waiter> line, Runnable called) {
        if (takeAtOnce()) {
            return null;
        }
        Waiter waiter = new Waiter(called);
        line.add(waiter);
        waiting = newcomers.size();
        return waiter;
    }

    private synchronized boolean leave(Waiter waiter) {
        boolean left = newcomers.remove(waiter);
        waiting = newcomers.size();
        return left;
    }

    /// Hands the turn to who is next.
    void giveBack() {
        Waiter next = callNext();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }

    private synchronized @Nullable Waiter callNext() {
        Waiter next = returning.isEmpty() ? newcomers.poll() : returning.poll();
        if (next == null) {
            given--;
        } else {
            waiting = newcomers.size();
            next.atCall.run();
            next.called = true;
        }
        return next;
    }

    private static final class Waiter {

        private final Thread thread = Thread.currentThread();
        private final Runnable atCall;
        private volatile boolean called;

        Waiter(Runnable atCall) {
            this.atCall = atCall;
        }

        boolean await(long nanos) throws InterruptedException {
            long end = System.nanoTime() + nanos;
            for (long left = nanos; !called && left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return called;
        }

        void awaitWithoutEnd() {
            boolean interrupted = false;
            while (!called) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                thread.interrupt();
            }
        }
    }
}
