package dev.spoolmark.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The turns to work that there are, and the lines before them. Who was let in and only waited for the network goes
/// before who is new: else all that are let in wait again for each piece of their body, behind ever more newcomers, and
/// none comes to its end. Newcomers have several lines, of which the earlier goes before the later. Only one turn in
/// sixteen goes to each line by itself, so that nobody is shut out by those who are always before them.
///
/// A turn is handed from one to the next: nobody has to wake up to hand it on.
final class Turns {

    private static final int TURNS_IN_ORDER = 16;

    private final int there;
    private final Deque<Waiter> returning = new ArrayDeque<>();
    private final List<Line> newcomers = new ArrayList<>();
    private volatile int given;
    private long handed;

    Turns(int there) {
        this.there = there;
    }

    /// How many are at work.
    int given() {
        return given;
    }

    /// One more line of newcomers, behind those there are. To be made before anybody comes.
    Line newLine() {
        Line line = new Line();
        newcomers.add(line);
        return line;
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

    /// Waits for a turn behind all others of the line.
    ///
    /// @param called runs when the turn comes, before it is known to have come
    /// @return whether one came in time
    boolean takeWithin(long nanos, Line line, Runnable called) throws InterruptedException {
        Waiter waiter = lineUp(line.waiters, called);
        if (waiter == null) {
            return true;
        }
        try {
            if (waiter.await(nanos)) {
                return true;
            }
        } catch (InterruptedException stopping) {
            if (!leave(line, waiter)) {
                giveBack();
            }
            throw stopping;
        }
        return !leave(line, waiter);
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
        count();
        return waiter;
    }

    private synchronized boolean leave(Line line, Waiter waiter) {
        boolean left = line.waiters.remove(waiter);
        count();
        return left;
    }

    private void count() {
        for (Line line : newcomers) {
            line.standing = line.waiters.size();
        }
    }

    /// Hands the turn to who is next.
    void giveBack() {
        Waiter next = callNext();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }

    private synchronized @Nullable Waiter callNext() {
        Waiter next = returning.isEmpty() ? pollNewcomer() : returning.poll();
        if (next == null) {
            given--;
        } else {
            count();
            next.atCall.run();
            next.called = true;
        }
        return next;
    }

    private @Nullable Waiter pollNewcomer() {
        for (Line line : inOrder()) {
            if (!line.waiters.isEmpty()) {
                handed++;
                return line.waiters.poll();
            }
        }
        return null;
    }

    private List<Line> inOrder() {
        if (newcomers.isEmpty() || handed % TURNS_IN_ORDER != TURNS_IN_ORDER - 1) {
            return newcomers;
        }
        List<Line> order = new ArrayList<>(newcomers);
        Collections.rotate(order, -(int) (handed / TURNS_IN_ORDER % newcomers.size()));
        return order;
    }

    /// Newcomers who wait, the first of them in front.
    static final class Line {

        private final Deque<Waiter> waiters = new ArrayDeque<>();
        private volatile int standing;

        /// How many wait.
        int standing() {
            return standing;
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
