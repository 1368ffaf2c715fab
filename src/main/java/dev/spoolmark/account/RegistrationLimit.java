package dev.spoolmark.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.SlidingWindow;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Limits registration on a server where everyone may register: 3 accounts per hour from one network, 100 per day in
/// total (`docs/security.md#registration`).
public final class RegistrationLimit {

    private static final int PER_NETWORK = 3;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int TOTAL = 100;
    private static final Duration DAY = Duration.ofDays(1);
    private static final int NETWORKS = 100_000;

    private final MonotonicTicker ticker;
    private final SlidingWindow total = new SlidingWindow(TOTAL, DAY);
    private final Cache<ClientNetwork, SlidingWindow> networks;

    public RegistrationLimit(InstantSource clock) {
        this.ticker = new MonotonicTicker(clock);
        this.networks = Caffeine.newBuilder()
                .maximumSize(NETWORKS)
                .expireAfterAccess(HOUR)
                .ticker(ticker)
                .build();
    }

    /// Creates an account. A creation that fails for another reason than overload does not count.
    ///
    /// @throws ProblemException with [Problem.Overloaded] and the time to wait when the limit is reached
    public <T> T within(InetAddress client, Supplier<T> creation) {
        SlidingWindow network = networks.get(ClientNetwork.of(client), unseen -> new SlidingWindow(PER_NETWORK, HOUR));
        long at = admit(network);
        try {
            return creation.get();
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.Overloaded)) {
                total.remove(at);
                network.remove(at);
            }
            throw e;
        }
    }

    private synchronized long admit(SlidingWindow network) {
        long now = ticker.read();
        check(network.untilPermit(now));
        check(total.untilPermit(now));
        network.add(now);
        total.add(now);
        return now;
    }

    private static void check(Duration wait) {
        if (wait.isPositive()) {
            throw new ProblemException(new Problem.Overloaded(wait));
        }
    }
}
