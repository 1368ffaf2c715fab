package dev.spoolmark.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.core.KeyedRateLimiter;
import dev.spoolmark.core.RateLimit;
import dev.spoolmark.core.SteppedClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The system time is changed during requests: nothing is rejected or interrupted.
class ClockStepTest {

    private static final String GET = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final SteppedClock clock = new SteppedClock();
    private final BackgroundTasks tasks = BackgroundTasks.plain();
    private HttpServer server;

    @BeforeEach
    void open(@TempDir Path spool) {
        HttpServerConfig settings = HttpServerConfig.DEFAULT.at("127.0.0.1", 0);
        server = new HttpServer(settings, List.of(new EchoHandler()), entry -> {}, spool, clock, HttpLimits.DRAIN);
        server.start(tasks);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {-3, 3})
    void rateLimitsSurviveAClockStep(long hours) throws IOException {
        for (int round = 0; round < 3; round++) {
            assertThat(RawClient.exchange(server.port(), closing("GET /a"))).startsWith("HTTP/1.1 200 ");
            clock.step(Duration.ofHours(hours));
        }
        KeyedRateLimiter<String> traffic =
                new KeyedRateLimiter<>(new RateLimit(1, Duration.ofSeconds(1)), clock.monotonic());
        assertThat(traffic.tryAcquire("ann")).isZero();
        clock.step(Duration.ofHours(hours));
        assertThat(traffic.tryAcquire("ann")).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3, 3})
    void aBodyInProgressSurvivesAClockStep(long hours) throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            client.send("POST /body HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 4\r\n\r\n");
            client.send("ab");
            clock.step(Duration.ofHours(hours));
            client.send("cd");

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 ").endsWith("4");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-3, 3})
    void anIdleConnectionSurvivesAClockStep(long hours) throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            client.send(GET);
            assertThat(client.line()).startsWith("HTTP/1.1 200 ");
            client.send("GET /b HTTP/1.1\r\nHost: local");
            clock.step(Duration.ofHours(hours));
            client.send("host\r\nConnection: close\r\n\r\n");

            assertThat(client.readToEnd().toLowerCase(Locale.ROOT)).contains("http/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-3, 3})
    void aBlockedWriteSurvivesAClockStep(long hours) {
        CountDownLatch cut = new CountDownLatch(1);
        IoWatchdog watchdog = new IoWatchdog(clock.monotonic());
        try (IoWatchdog.IoDeadline watch = watchdog.watch(cut::countDown)) {
            watch.arm(Duration.ofSeconds(60));
            clock.step(Duration.ofHours(hours));
            watchdog.sweep();
            assertThat(cut.getCount()).isOne();

            clock.pass(Duration.ofSeconds(61));
            watchdog.sweep();
            assertThat(cut.getCount()).isZero();
        }
    }

    private static String closing(String line) {
        return line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }
}
