package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.core.AdjustableClock;
import dev.spoolmark.core.CidrSet;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.KeyedRateLimiter;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.RateLimit;
import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ServerRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rate limits of v1 for each user, on servers with open registration (`docs/security.md#rate-limits`). v1 documents
/// no limit, and its clients send thousands of requests in sequence, so other servers have none.
public final class V1RateLimits {

    private static final RateLimit READS = RateLimit.of(1_000, Duration.ofMinutes(5));
    private static final RateLimit WRITES = new RateLimit(60, Duration.ofSeconds(1));
    private static final RateLimit SEARCHES = RateLimit.of(30, Duration.ofMinutes(1));
    private static final RateLimit COMMENTS = RateLimit.of(10, Duration.ofMinutes(1));
    private static final RateLimit COMMENTS_PER_DAY = RateLimit.of(300, Duration.ofDays(1));

    /// Maximum time that a write waits for its limit: clients of v1 do not retry.
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private final CidrSet unlimitedNetworks;
    private final KeyedRateLimiter<Object> reads;
    private final KeyedRateLimiter<Object> writes;
    private final KeyedRateLimiter<Object> searches;
    private final List<KeyedRateLimiter<Object>> comments;

    private V1RateLimits(CidrSet free, InstantSource clock) {
        this.unlimitedNetworks = free;
        InstantSource monotonic = AdjustableClock.monotonic(clock);
        reads = new KeyedRateLimiter<>(READS, monotonic);
        writes = new KeyedRateLimiter<>(WRITES, monotonic);
        searches = new KeyedRateLimiter<>(SEARCHES, monotonic);
        comments = List.of(
                new KeyedRateLimiter<>(COMMENTS, monotonic), new KeyedRateLimiter<>(COMMENTS_PER_DAY, monotonic));
    }

    /// No limits.
    public static V1RateLimits unlimited() {
        return new V1RateLimits(CidrSet.EVERY, AdjustableClock.ofThisMachine());
    }

    /// @param free networks whose requests are not limited
    public static V1RateLimits limited(CidrSet free, InstantSource clock) {
        return new V1RateLimits(free, clock);
    }

    /// Counts a request.
    ///
    /// @throws ProblemException with `Overloaded` above the limit
    void admit(ServerRequest request, ApiMethod<?> method, @Nullable Account caller) {
        if (unlimitedNetworks.contains(request.client())) {
            return;
        }
        Object key = caller == null ? ClientNetwork.of(request.client()) : caller.id();
        if (method.is(MethodTrait.SEARCHING)) {
            rejectAbove(searches.tryAcquire(key));
        } else if (method.isRead()) {
            rejectAbove(reads.tryAcquire(key));
        } else {
            write(request, method, key);
        }
    }

    private void write(ServerRequest request, ApiMethod<?> method, Object key) {
        if (method.is(MethodTrait.COMMENTING)) {
            comments.forEach(traffic -> rejectAbove(traffic.tryAcquire(key)));
        }
        Duration wait = writes.tryAcquire(key);
        if (!wait.isZero() && wait.compareTo(MAX_WAIT) <= 0) {
            request.pause(wait);
            wait = writes.tryAcquire(key);
        }
        rejectAbove(wait);
    }

    private static void rejectAbove(Duration wait) {
        if (!wait.isZero()) {
            throw new ProblemException(new Problem.Overloaded(wait));
        }
    }
}
