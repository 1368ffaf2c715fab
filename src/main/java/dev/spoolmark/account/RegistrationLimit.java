package dev.spoolmark.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.account.auth.ClockTicker;
import dev.spoolmark.core.AdjustableClock;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/// How many accounts strangers may make on an open server: three an hour from one place, a hundred a day from
/// everywhere (`docs/security.md#registration`).
public final class RegistrationLimit {

    private static final int FROM_ONE_PLACE = 3;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int FROM_EVERYWHERE = 100;
    private static final Duration DAY = Duration.ofDays(1);
    private static final int PLACES = 100_000;

    private final InstantSource clock;
    private final Recent everywhere = new Recent();
    private final Cache<ClientNetwork, Recent> places;

    public RegistrationLimit(InstantSource clock) {
        this.clock = AdjustableClock.steady(clock);
        this.places = Caffeine.newBuilder()
                .maximumSize(PLACES)
                .expireAfterWrite(HOUR)
                .ticker(new ClockTicker(clock))
                .build();
    }

    /// Makes an account from there, or refuses with `Overloaded` and the time until one may be made. What is refused
    /// for its values is no account and does not count.
    public <T> T within(InetAddress client, Supplier<T> creation) {
        Instant at = admit(client);
        try {
            return creation.get();
        } catch (ProblemException refused) {
            if (!(refused.problem() instanceof Problem.Overloaded)) {
                giveBack(client, at);
            }
            throw refused;
        }
    }

    /// Counts one more account from there, and says under which moment.
    private synchronized Instant admit(InetAddress client) {
        Instant now = clock.instant();
        ClientNetwork from = ClientNetwork.of(client);
        Recent place = places.asMap().getOrDefault(from, new Recent());
        place.refuseBeyond(FROM_ONE_PLACE, HOUR, now);
        everywhere.refuseBeyond(FROM_EVERYWHERE, DAY, now);
        place.add(now);
        everywhere.add(now);
        places.put(from, place);
        return now;
    }

    private synchronized void giveBack(InetAddress client, Instant at) {
        everywhere.giveBack(at);
        Recent place = places.getIfPresent(ClientNetwork.of(client));
        if (place != null) {
            place.giveBack(at);
        }
    }

    /// When accounts were lately made.
    private static final class Recent {

        private final Deque<Instant> made = new ArrayDeque<>();

        void refuseBeyond(int limit, Duration window, Instant now) {
            while (!made.isEmpty() && !made.getFirst().plus(window).isAfter(now)) {
                made.removeFirst();
            }
            if (made.size() >= limit) {
                Duration wait = Duration.between(now, made.getFirst().plus(window));
                throw new ProblemException(new Problem.Overloaded(wait));
            }
        }

        void add(Instant now) {
            made.addLast(now);
        }

        void giveBack(Instant at) {
            made.removeLastOccurrence(at);
        }
    }
}
