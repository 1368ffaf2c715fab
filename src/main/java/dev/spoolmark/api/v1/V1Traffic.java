package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.kernel.AdjustableClock;
import dev.spoolmark.kernel.ClientNetwork;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.wire.Method;
import dev.spoolmark.wire.Networks;
import dev.spoolmark.wire.Pace;
import dev.spoolmark.wire.Request;
import dev.spoolmark.wire.Traffic;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How often one person may call, on servers that strangers may join (security design, 4.1). v1 documents no limit, and
/// its clients send thousands of calls one after the other, so elsewhere there is none.
public final class V1Traffic {

    private static final Pace READS = Pace.of(1_000, Duration.ofMinutes(5));
    private static final Pace WRITES = new Pace(60, Duration.ofSeconds(1));
    private static final Pace SEARCHES = Pace.of(30, Duration.ofMinutes(1));
    private static final Pace WORDS = Pace.of(10, Duration.ofMinutes(1));
    private static final Pace WORDS_A_DAY = Pace.of(300, Duration.ofDays(1));

    /// A write that comes a little too soon waits; old clients do not try again.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final List<String> SPEAKING =
            List.of("/comment/", "/shout/", "/lists/add/", "/network/follow/", "/friends/add/");

    private final Networks free;
    private final Traffic<Object> reads;
    private final Traffic<Object> writes;
    private final Traffic<Object> searches;
    private final List<Traffic<Object>> words;

    private V1Traffic(Networks free, InstantSource clock) {
        this.free = free;
        InstantSource steady = AdjustableClock.steady(clock);
        reads = new Traffic<>(READS, steady);
        writes = new Traffic<>(WRITES, steady);
        searches = new Traffic<>(SEARCHES, steady);
        words = List.of(new Traffic<>(WORDS, steady), new Traffic<>(WORDS_A_DAY, steady));
    }

    /// For servers whose people know each other.
    public static V1Traffic unlimited() {
        return new V1Traffic(Networks.EVERY, AdjustableClock.ofThisMachine());
    }

    /// @param free whose calls are not counted
    public static V1Traffic limited(Networks free, InstantSource clock) {
        return new V1Traffic(free, clock);
    }

    /// Counts a call, or refuses it with the time until it may come again.
    void admit(Request request, Method<?> method, @Nullable Account caller) {
        if (free.contains(request.client())) {
            return;
        }
        Object who = caller == null ? ClientNetwork.of(request.client()) : caller.id();
        if (method.path().startsWith("/search/")) {
            refuseBeyond(searches.admit(who));
        } else if (method.isRead()) {
            refuseBeyond(reads.admit(who));
        } else {
            write(request, method, who);
        }
    }

    private void write(Request request, Method<?> method, Object who) {
        if (SPEAKING.stream().anyMatch(method.path()::startsWith)) {
            words.forEach(traffic -> refuseBeyond(traffic.admit(who)));
        }
        Duration wait = writes.admit(who);
        if (!wait.isZero() && wait.compareTo(PATIENCE) <= 0) {
            request.rest(wait);
            wait = writes.admit(who);
        }
        refuseBeyond(wait);
    }

    private static void refuseBeyond(Duration wait) {
        if (!wait.isZero()) {
            throw new Refusal(new Problem.Overloaded(wait));
        }
    }
}
