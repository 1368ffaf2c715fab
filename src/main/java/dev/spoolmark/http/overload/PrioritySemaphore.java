package dev.spoolmark.http.overload;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The turns to work that there are, and the lines before them. Who was let in and only waited for the network goes
/// before who is new: else all that are let in wait again for each piece of their body, behind ever more newcomers,
/// and none comes to its end. Newcomers have several lines, of which the earlier goes before the later. Only one
/// turn in sixteen goes to each line by itself, so that nobody is shut out by those who are always before them.
///
/// A turn is handed from one to the next: nobody has to wake up to hand it on.
final class PrioritySemaphore {

    private static final int PRIORITY_ROUNDS = 16;

    private final int capacity;
    private final Deque<Waiter> returning = new ArrayDeque<>();
    private final List<WaitQueue> newcomers = new ArrayList<>();
    private volatile int inUse;
    private long grantCount;

    PrioritySemaphore(int there) {
        this.capacity = there;
    }

    /// How many are at work.
    int inUse() {
        return inUse;
    }

    /// One more line of newcomers, behind those there are. To be made before anybody comes.
    WaitQueue newLine() {
        WaitQueue queue = new WaitQueue();
        newcomers.add(queue);
        return queue;
    }

    boolean anyLeft() {
        return inUse < capacity;
    }

    /// Takes a turn if one is free.
    synchronized boolean tryAcquire() {
        if (inUse >= capacity) {
            return false;
        }
        inUse++;
        return true;
    }

    /// Waits for a turn behind all others of the line.
    ///
    /// @param called runs when the turn comes, before it is known to have come
    /// @return whether one came in time
    boolean acquire(long nanos, WaitQueue queue, Runnable called) throws InterruptedException {
        Waiter waiter = enqueue(queue.waiters, called);
        if (waiter == null) {
            return true;
        }
        try {
            if (waiter.await(nanos)) {
                return true;
            }
        } catch (InterruptedException stopping) {
            if (!cancel(queue, waiter)) {
                release();
            }
            throw stopping;
        }
        return !cancel(queue, waiter);
    }

    /// Waits for a turn before all newcomers, and does not hear of interruptions meanwhile.
    void reacquire() {
        Waiter waiter = enqueue(returning, () -> {});
        if (waiter != null) {
            waiter.awaitWithoutEnd();
        }
    }

    /// Nobody waits where a turn is free.
    private synchronized @Nullable Waiter enqueue(Deque<Waiter> line, Runnable called) {
        if (tryAcquire()) {
            return null;
        }
        Waiter waiter = new Waiter(called);
        line.add(waiter);
        refreshSizes();
        return waiter;
    }

    private synchronized boolean cancel(WaitQueue queue, Waiter waiter) {
        boolean left = queue.waiters.remove(waiter);
        refreshSizes();
        return left;
    }

    private void refreshSizes() {
        for (WaitQueue queue : newcomers) {
            queue.existing = queue.waiters.size();
        }
    }

    /// Hands the turn to who is next.
    void release() {
        Waiter next = handOff();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }

    private synchronized @Nullable Waiter handOff() {
        Waiter next = returning.isEmpty() ? pollNewcomer() : returning.poll();
        if (next == null) {
            inUse--;
        } else {
            refreshSizes();
            next.atCall.run();
            next.called = true;
        }
        return next;
    }

    private @Nullable Waiter pollNewcomer() {
        for (WaitQueue queue : inOrder()) {
            if (!queue.waiters.isEmpty()) {
                grantCount++;
                return queue.waiters.poll();
            }
        }
        return null;
    }

    private List<WaitQueue> inOrder() {
        if (newcomers.isEmpty() || grantCount % PRIORITY_ROUNDS != PRIORITY_ROUNDS - 1) {
            return newcomers;
        }
        List<WaitQueue> order = new ArrayList<>(newcomers);
        Collections.rotate(order, -(int) (grantCount / PRIORITY_ROUNDS % newcomers.size()));
        return order;
    }

    /// Newcomers who wait, the first of them in front.
    static final class WaitQueue {

        private final Deque<Waiter> waiters = new ArrayDeque<>();
        private volatile int existing;

        /// How many wait.
        int standing() {
            return existing;
        }
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
