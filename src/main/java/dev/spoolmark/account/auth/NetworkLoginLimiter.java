package dev.spoolmark.account.auth;

import java.time.Duration;
import java.time.Instant;

/// The wrong passwords tried from one place: five at once and one each four seconds; after a hundred in a day, one a
/// minute (`docs/security.md#guessing`).
final class NetworkLoginLimiter {

    static final Duration DAY = Duration.ofDays(1);

    private static final Duration INTERVAL = Duration.ofSeconds(4);
    private static final Duration BURST = INTERVAL.multipliedBy(4);
    private static final Duration SLOW_INTERVAL = Duration.ofMinutes(1);
    private static final int A_DAY = 100;

    /// However many were tried at once, nobody there waits longer than that.
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Instant paidUntil = Instant.EPOCH;
    private Instant dayEnds = Instant.EPOCH;
    private Instant last = Instant.EPOCH;
    private int today;

    /// How long until the next guess may be made; zero or less when it may be made now.
    synchronized Duration untilNext(Instant now) {
        Duration burst = Duration.between(now, paidUntil.minus(BURST));
        if (today < A_DAY || !dayEnds.isAfter(now)) {
            return burst;
        }
        Duration slow = Duration.between(now, last.plus(SLOW_INTERVAL));
        return slow.compareTo(burst) > 0 ? slow : burst;
    }

    synchronized void add(Instant now) {
        if (!dayEnds.isAfter(now)) {
            dayEnds = now.plus(DAY);
            today = 0;
        }
        today++;
        last = now;
        Instant paid = (paidUntil.isAfter(now) ? paidUntil : now).plus(INTERVAL);
        Instant latest = now.plus(LONGEST);
        paidUntil = paid.isAfter(latest) ? latest : paid;
    }
}
