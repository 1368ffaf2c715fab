package dev.spoolmark.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.core.CidrSet;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionLimiterTest {

    private static final InetAddress UNTRUSTED = InetAddress.ofLiteral("192.0.2.7");
    private static final InetAddress HOME = InetAddress.ofLiteral("192.168.1.7");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private final IoWatchdog watchdog = new IoWatchdog(now::get);
    private final ConnectionLimiter connections =
            new ConnectionLimiter(CidrSet.of(List.of("192.168.0.0/16")), watchdog, now::get);

    @AfterEach
    void close() {
        watchdog.close();
    }

    @Test
    void theThousandthRequestReachesTheLimit() {
        connections.admit(HOME, Thread.currentThread()::interrupt, connection -> {
            long before = IntStream.range(1, HttpLimits.REQUESTS_PER_CONNECTION)
                    .filter(request -> connection.countRequestAndCheckLimit())
                    .count();

            assertThat(before).isZero();
            assertThat(connection.countRequestAndCheckLimit()).isTrue();
        });
    }

    @Test
    void anAddressHasAtMost64Connections() {
        List<String> talked = new ArrayList<>();
        nested(UNTRUSTED, HttpLimits.CONNECTIONS_PER_NETWORK, () -> {
            connections.admit(UNTRUSTED, Thread.currentThread()::interrupt, connection -> talked.add("one too many"));
            connections.admit(InetAddress.ofLiteral("192.0.2.8"), () -> {}, connection -> talked.add("someone else"));
        });
        connections.admit(UNTRUSTED, Thread.currentThread()::interrupt, connection -> talked.add("later"));

        assertThat(talked).containsExactly("someone else", "later");
    }

    @Test
    void trustedNetworksAreNotCounted() {
        List<String> talked = new ArrayList<>();
        nested(HOME, HttpLimits.CONNECTIONS_PER_NETWORK + 1, () -> talked.add("let in"));

        assertThat(talked).containsExactly("let in");
    }

    private void nested(InetAddress peer, int depth, Runnable inside) {
        if (depth == 0) {
            inside.run();
        } else {
            connections.admit(peer, () -> {}, connection -> nested(peer, depth - 1, inside));
        }
    }

    @Test
    void aSlowHeaderTimesOutTenSecondsAfterItsFirstByte() {
        connections.admit(UNTRUSTED, Thread.currentThread()::interrupt, connection -> {
            connection.read(false, () -> afterwards(Duration.ofSeconds(50)));
            assertThat(interrupted()).as("waiting for a request").isFalse();

            connection.read(true, () -> afterwards(Duration.ofSeconds(6)));
            assertThat(interrupted()).as("six seconds").isFalse();

            connection.read(true, () -> afterwards(Duration.ofSeconds(5)));
            assertThat(interrupted()).as("eleven seconds").isTrue();
        });
    }

    @Test
    void anIdleConnectionTimesOutAfterAMinute() {
        connections.admit(UNTRUSTED, Thread.currentThread()::interrupt, connection -> {
            connection.read(false, () -> afterwards(HttpLimits.KEEP_ALIVE));
            assertThat(interrupted()).as("a minute").isFalse();
        });
        connections.admit(UNTRUSTED, Thread.currentThread()::interrupt, connection -> {
            connection.read(false, () -> afterwards(HttpLimits.KEEP_ALIVE.plusMillis(1)));
            assertThat(interrupted()).as("more").isTrue();
        });
    }

    @Test
    void theRestOfARequestHasATimeLimit() {
        connections.admit(UNTRUSTED, Thread.currentThread()::interrupt, connection -> {
            connection.startRequest();
            connection.endRequest();
            connection.read(false, () -> afterwards(Duration.ofSeconds(50)));
            connection.read(false, () -> afterwards(HttpLimits.HEADER_TIME));
            assertThat(interrupted()).isFalse();

            connection.read(false, () -> afterwards(Duration.ofMillis(1)));
            assertThat(interrupted()).isTrue();
        });
    }

    @Test
    void bodiesAndLaterRequestsHaveTheirOwnTimeLimits() {
        connections.admit(UNTRUSTED, Thread.currentThread()::interrupt, connection -> {
            connection.read(true, () -> afterwards(Duration.ofSeconds(9)));
            connection.startRequest();
            connection.read(true, () -> afterwards(Duration.ofSeconds(30)));
            connection.endRequest();
            connection.read(true, () -> afterwards(Duration.ofSeconds(9)));

            assertThat(interrupted()).isFalse();
        });
    }

    private byte[] afterwards(Duration time) {
        now.updateAndGet(before -> before.plus(time));
        watchdog.sweep();
        return new byte[1];
    }

    private static boolean interrupted() {
        return Thread.interrupted();
    }
}
