package dev.spoolmark.history;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.account.UserId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Tx;
import java.util.concurrent.atomic.AtomicInteger;

/// The highest number of plays of one user (`docs/security.md#quotas`).
///
/// Counting reads a row for each item the user has ever watched. So for single plays only each thousandth is
/// counted, and of plays of files each ten-thousandth; a user may exceed the limit by that many on each node.
final class PlayQuota {

    private static final int UNCOUNTED = 1_000;
    private static final int UNCOUNTED_OF_FILES = 10_000;
    private static final int MAX_CACHED_USERS = 10_000;

    private final long max;
    private final WatchedSummaryStore watched = new WatchedSummaryStore();
    private final Cache<UserId, AtomicInteger> free =
            Caffeine.newBuilder().maximumSize(MAX_CACHED_USERS).build();

    PlayQuota(long max) {
        this.max = max;
    }

    /// Counts, and throws if the user would exceed the limit.
    void check(Tx tx, UserId user, long more) {
        if (remaining(tx, user) < more) {
            throw full();
        }
        free.invalidate(user);
    }

    /// The same without counting each time, for many plays in several calls.
    void checkMany(Tx tx, UserId user, int more) {
        AtomicInteger left = free.get(user, unknown -> new AtomicInteger());
        if (left.addAndGet(-more) < 0) {
            long remaining = remaining(tx, user);
            if (remaining < more) {
                left.set(0);
                throw full();
            }
            left.set((int) Math.min(remaining - more, UNCOUNTED_OF_FILES));
        }
    }

    /// Throws if one more play exceeds the limit, by the last count.
    void checkOneMore(Tx tx, UserId user) {
        AtomicInteger left = free.get(user, unknown -> new AtomicInteger());
        if (left.getAndDecrement() <= 0) {
            long remaining = remaining(tx, user);
            left.set(Math.clamp(remaining - 1, 0, UNCOUNTED - 1));
            if (remaining <= 0) {
                throw full();
            }
        }
    }

    private long remaining(Tx tx, UserId user) {
        return max - watched.plays(tx, user);
    }

    private ProblemException full() {
        return new ProblemException(new Problem.TooMany(max, "plays"));
    }
}
