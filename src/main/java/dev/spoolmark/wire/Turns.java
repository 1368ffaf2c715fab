package dev.spoolmark.wire;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/// The turns to work that there are, handed out in the order of asking: so many, and fewer when those at work wait for
/// nothing but the processors. Then fewer do as much, and who is to be sent away hears of it sooner.
final class Turns extends Semaphore {

    /// A thread that has all it needs comes to run this much later: the processors are the narrow place.
    static final Duration LATE = Duration.ofMillis(12);

    /// Or only this much: it is something else, a disk perhaps, and more may wait for it together.
    static final Duration SOON = Duration.ofMillis(4);

    private static final int LEAST_A_PROCESSOR = 4;

    private final int most;
    private final int least;
    private int now;

    Turns(int most) {
        super(most, true);
        this.most = most;
        this.least = Math.min(most, LEAST_A_PROCESSOR * Runtime.getRuntime().availableProcessors());
        this.now = most;
    }

    /// How many are at work.
    synchronized int given() {
        return now - availablePermits();
    }

    /// A thread that had all it needed came to run so late.
    synchronized void adapt(Duration late) {
        if (late.compareTo(LATE) > 0) {
            int fewer = Math.min(now - least, 1 + now / 8);
            reducePermits(fewer);
            now -= fewer;
        } else if (late.compareTo(SOON) < 0 && now < most) {
            now++;
            release();
        }
    }
}
