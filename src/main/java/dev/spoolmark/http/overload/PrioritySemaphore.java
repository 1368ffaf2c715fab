package dev.spoolmark.http.overload;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A fair semaphore with one FIFO queue per priority. A request that released its permit while blocked on the
/// network re-acquires it ahead of new requests; otherwise admitted requests starve behind new arrivals. Every
/// sixteenth permit goes to the queues in turn, so that low priorities do not starve.
///
/// A released permit is handed directly to the next waiter.
final class PrioritySemaphore {

    private static final int PRIORITY_ROUNDS = 16;

    private final int capacity;
    private final Deque<Waiter> returningWaiters = new ArrayDeque<>();
    private final List<WaitQueue> queues = new ArrayList<>();
    private volatile int inUse;
    private long grantCount;

    PrioritySemaphore(int permits) {
        this.capacity = permits;
    }

    /// Number of permits in use.
    int inUse() {
        return inUse;
    }

    /// Adds a queue with a lower priority than the existing ones. Must be called before the first request.
    WaitQueue addQueue() {
        WaitQueue queue = new WaitQueue();
        queues.add(queue);
        return queue;
    }

    boolean anyLeft() {
        return inUse < capacity;
    }

    /// Acquires a permit if one is free.
    synchronized boolean tryAcquire() {
        if (inUse >= capacity) {
            return false;
        }
        inUse++;
        return true;
    }

    /// Waits for a permit in a queue.
    ///
    /// @param called runs when the permit is granted, before the waiter is woken
    /// @return whether a permit was granted in time
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

    /// Waits for a permit ahead of all new requests. Cannot be interrupted.
    void reacquire() {
        Waiter waiter = enqueue(returningWaiters, () -> {});
        if (waiter != null) {
            waiter.awaitUninterruptibly();
        }
    }

    /// Enqueues the thread unless a permit is free.
    private synchronized @Nullable Waiter enqueue(Deque<Waiter> queue, Runnable called) {
        if (tryAcquire()) {
            return null;
        }
        Waiter waiter = new Waiter(called);
        queue.add(waiter);
        refreshSizes();
        return waiter;
    }

    private synchronized boolean cancel(WaitQueue queue, Waiter waiter) {
        boolean left = queue.waiters.remove(waiter);
        refreshSizes();
        return left;
    }

    private void refreshSizes() {
        for (WaitQueue queue : queues) {
            queue.size = queue.waiters.size();
        }
    }

    /// Returns the permit, to the next waiter if there is one.
    void release() {
        Waiter next = handOff();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }

    private synchronized @Nullable Waiter handOff() {
        Waiter next = returningWaiters.isEmpty() ? pollQueues() : returningWaiters.poll();
        if (next == null) {
            inUse--;
        } else {
            refreshSizes();
            next.onGrant.run();
            next.granted = true;
        }
        return next;
    }

    private @Nullable Waiter pollQueues() {
        for (WaitQueue queue : inOrder()) {
            if (!queue.waiters.isEmpty()) {
                grantCount++;
                return queue.waiters.poll();
            }
        }
        return null;
    }

    private List<WaitQueue> inOrder() {
        if (queues.isEmpty() || grantCount % PRIORITY_ROUNDS != PRIORITY_ROUNDS - 1) {
            return queues;
        }
        List<WaitQueue> order = new ArrayList<>(queues);
        Collections.rotate(order, -(int) (grantCount / PRIORITY_ROUNDS % queues.size()));
        return order;
    }

    /// The waiting new requests of one priority.
    static final class WaitQueue {

        private final Deque<Waiter> waiters = new ArrayDeque<>();
        private volatile int size;

        /// Number of waiters.
        int size() {
            return size;
        }
    }

    private static final class Waiter {

        private final Thread thread = Thread.currentThread();
        private final Runnable onGrant;
        private volatile boolean granted;

        Waiter(Runnable atCall) {
            this.onGrant = atCall;
        }

        boolean await(long nanos) throws InterruptedException {
            long end = System.nanoTime() + nanos;
            for (long left = nanos; !granted && left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return granted;
        }

        void awaitUninterruptibly() {
            boolean interrupted = false;
            while (!granted) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                thread.interrupt();
            }
        }
    }
}
