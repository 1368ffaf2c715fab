package dev.spoolmark.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicInteger;

/// How many requests each connection has carried, so that none is held for ever by one client.
final class Connections {

    /// One that was silent longer than a connection may be is gone.
    private final Cache<String, AtomicInteger> carried = Caffeine.newBuilder()
            .expireAfterAccess(Limits.KEEP_ALIVE.multipliedBy(2))
            .build();

    /// Counts one more request; whether it is the last that this connection carries.
    boolean isSpent(String connection) {
        AtomicInteger requests = carried.get(connection, first -> new AtomicInteger());
        return requests.incrementAndGet() >= Limits.REQUESTS_A_CONNECTION;
    }
}
