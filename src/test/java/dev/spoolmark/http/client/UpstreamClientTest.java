package dev.spoolmark.http.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.core.Secret;
import dev.spoolmark.core.SteppedClock;
import dev.spoolmark.http.client.FetchResult.Content;
import dev.spoolmark.http.client.FetchResult.Failed;
import dev.spoolmark.http.client.FetchResult.Missing;
import dev.spoolmark.http.client.FetchResult.NotSent;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Outgoing requests to servers with valid, invalid and no responses.
class UpstreamClientTest {

    private static final UpstreamTimeouts SHORT =
            new UpstreamTimeouts(Duration.ofMillis(500), Duration.ofMillis(300), Duration.ofMillis(700));
    private static final String PICTURE = "https://pictures.invalid/one.jpg";
    private static final Secret KEY = Secret.of("the key".getBytes(UTF_8));

    private final StubServer stub = new StubServer();
    private volatile Instant now = Instant.parse("2013-06-24T12:00:00Z");
    private final UpstreamClient client = client(stub.destination(), HostResolver.system());

    @AfterEach
    void close() {
        client.close();
        stub.close();
    }

    @Test
    void aResponseIsReturnedCompletely() {
        stub.on("/shows/82", "{\"id\":82}");

        assertThat(text(client.send(UpstreamRequest.json("/shows/82")))).isEqualTo("{\"id\":82}");
        assertThat(stub.requests().getFirst().header("User-agent")).isEqualTo("Spoolmark/1.2.3");
        assertThat(stub.requests().getFirst().header("Accept")).isEqualTo("application/json");
    }

    @Test
    void status404IsMissingAndNotAFailure() {
        failures(20, "/nothing").forEach(result -> assertThat(result).isInstanceOf(Missing.class));
        assertThat(client.openUntil()).isEmpty();
    }

    @Test
    void aCompressedResponseIsDecompressed() {
        stub.on("/packed", StubServer.packed(StubServer.gzip("{\"a\":1}".getBytes(UTF_8))));

        assertThat(text(client.send(UpstreamRequest.json("/packed")))).isEqualTo("{\"a\":1}");
    }

    @Test
    void invalidGzipIsReportedInOneLine() {
        stub.on("/wrong", StubServer.packed("{\"a\":1}".getBytes(UTF_8)));

        assertThat(reason("/wrong")).isEqualTo("answered something that cannot be unpacked");
    }

    @Test
    void truncatedGzipIsReportedInOneLine() {
        byte[] content = StubServer.gzip("{\"a\":\"some more of it\"}".getBytes(UTF_8));
        stub.on("/short", StubServer.packed(java.util.Arrays.copyOf(content, content.length - 12)));

        assertThat(reason("/short")).isEqualTo("answered something that cannot be unpacked");
    }

    @Test
    void htmlInsteadOfJsonIsReportedInOneLine() {
        stub.on("/html", StubServer.body(200, "text/html", "<!doctype html><p>busy".getBytes(UTF_8)));

        assertThat(reason("/html")).isEqualTo("answered something that is not application/json");
    }

    @Test
    void fiftyMegabytesAreNotRead() {
        stub.on("/huge", StubServer.endless("{", 50L * 1024 * 1024));

        assertThat(reason("/huge")).isEqualTo("answered more than 5242880 bytes; the rest was not read");
    }

    @Test
    void fiftyMegabytesAreNotDecompressed() {
        byte[] bomb = StubServer.gzip(new byte[50 * 1024 * 1024]);
        stub.on("/bomb", StubServer.packed(bomb));

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(reason("/bomb")).isEqualTo("answered more than 5242880 bytes; the rest was not read");
    }

    @Test
    void imagesHaveALargerLimit() {
        stub.on("/picture", StubServer.body(200, "image/jpeg", new byte[9 * 1024 * 1024]));

        assertThat(client.send(UpstreamRequest.image("/picture"))).isInstanceOf(Content.class);
    }

    @Test
    void aHostThatNeverRespondsTimesOut() {
        stub.on("/slow", stub.silence());

        assertThat(reason("/slow")).isEqualTo("did not answer in time");
    }

    @Test
    void aSlowResponseTimesOut() {
        stub.on("/drops", stub.dripping());

        assertThat(reason("/drops")).startsWith("did not answer");
    }

    @Test
    void aNameThatNeverResolvesTimesOut() {
        UpstreamClient stuck = client(stub.destination(), host -> {
            stub.awaitEnd();
            throw new UnknownHostException(host);
        });

        assertThat(reason(stuck, "/")).isEqualTo("did not answer within 700 ms");
        stuck.close();
    }

    @Test
    void anUnreachableHostIsReportedInOneLine() {
        stub.close();

        assertThat(reason("/")).isEqualTo("cannot be reached or hung up");
    }

    @Test
    void aLoopbackAddressIsNotConnectedToUnlessAllowed() {
        UpstreamClient unlisted = client(stub.destination(PrivateAddressAllowlist.NONE), HostResolver.system());

        assertThat(reason(unlisted, "/shows/82")).isEqualTo("leads to an address without https, which is not followed");
        assertThat(stub.requests()).isEmpty();
        unlisted.close();
    }

    @Test
    void aNameWithAPrivateAddressIsNotConnectedTo() {
        UpstreamDestination destination = new UpstreamDestination(
                "stub",
                URI.create("https://api.example.org"),
                List.of(),
                PrivateAddressAllowlist.NONE,
                9,
                Duration.ofSeconds(1));
        UpstreamClient rebound = client(destination, _ -> new InetAddress[] {InetAddress.getLoopbackAddress()});

        assertThat(reason(rebound, "/")).isEqualTo("has an address that is not public: see sources.allow_private");
        rebound.close();
    }

    @Test
    void theCheckedAddressIsTheOneConnectedTo() {
        stub.on("/", "{}");
        AtomicInteger lookups = new AtomicInteger();
        URI base = URI.create(stub.address().replace("127.0.0.1", "nowhere.invalid"));
        UpstreamDestination destination = new UpstreamDestination(
                "stub", base, List.of(), PrivateAddressAllowlist.HOME_NETWORKS, 9, Duration.ofSeconds(1));
        UpstreamClient named = client(destination, _ -> {
            lookups.incrementAndGet();
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });

        assertThat(named.send(UpstreamRequest.json("/"))).isInstanceOf(Content.class);
        assertThat(lookups).hasValue(1);
        named.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://127.0.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "https://169.254.169.254/",
                "https://10.0.0.1/",
                "https://example.org/",
                "http://localhost:8080/",
                "//example.org/",
                "file:///etc/passwd",
                "https://127.0.0.1:8443/",
                "http://user:pass@127.0.0.1/",
                "http://[::1]/",
            })
    void aRedirectToAnotherHostIsNotFollowed(String location) {
        stub.on("/away", StubServer.redirect(location));

        assertThat(reason("/away")).startsWith("leads to ").endsWith("which is not followed");
        assertThat(stub.lines()).containsExactly("GET /away");
    }

    @Test
    void aRedirectOnTheSameHostIsFollowed() {
        stub.on("/lookup", StubServer.redirect("/shows/82")).on("/shows/82", "{}");

        assertThat(client.send(UpstreamRequest.json("/lookup"))).isInstanceOf(Content.class);
    }

    @Test
    void atMostThreeRedirectsAreFollowed() {
        stub.on("/1", StubServer.redirect("/2"))
                .on("/2", StubServer.redirect("/3"))
                .on("/3", StubServer.redirect("/4"))
                .on("/4", "{}");
        stub.on("/0", StubServer.redirect("/1"));

        assertThat(client.send(UpstreamRequest.json("/1"))).isInstanceOf(Content.class);
        assertThat(reason("/0")).isEqualTo("redirects more than 3 times");
    }

    @Test
    void aRedirectWithoutAValidLocationIsReportedInOneLine() {
        stub.on("/odd", StubServer.status(302)).on("/odder", StubServer.redirect("http://[not an address"));

        assertThat(reason("/odd")).isEqualTo("redirects to nowhere");
        assertThat(reason("/odder")).isEqualTo("names an address that is none");
    }

    @Test
    void aKeyIsSentOnlyToTheMainHost() throws UnknownHostException {
        try (StubServer other = new StubServer()) {
            other.on("/", "{}");
            stub.on("/own", "{}").on("/away", StubServer.redirect(other.address() + "/"));

            client.send(UpstreamRequest.json("/own").with(KEY));
            client.send(UpstreamRequest.json("/away").with(KEY));

            assertThat(stub.requests().getFirst().header("Authorization")).isEqualTo("Bearer the key");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void aRejectedKeyIsReported() {
        stub.on("/", StubServer.status(401));

        assertThat(client.send(UpstreamRequest.json("/").with(KEY)))
                .isEqualTo(new Failed("does not accept the key (401)", true, false));
    }

    @Test
    void fiveFailuresOpenTheCircuitForAMinute() {
        stub.on("/", StubServer.status(500));

        assertThat(failures(5, "/")).containsOnly(Failed.forNow("answered 500"));
        assertThat(reason("/")).startsWith("is left alone until 2013-06-24T12:01:00Z");
        assertThat(stub.requests()).hasSize(5);

        now = now.plusSeconds(60);
        stub.on("/", "{}");
        assertThat(client.send(UpstreamRequest.json("/"))).isInstanceOf(Content.class);
        assertThat(client.openUntil()).isEmpty();
    }

    @Test
    void oneMoreFailureOpensTheCircuitAgain() {
        stub.on("/", StubServer.status(500));
        failures(5, "/");
        now = now.plusSeconds(61);

        assertThat(reason("/")).isEqualTo("answered 500");
        assertThat(client.openUntil()).contains(now.plusSeconds(60));
    }

    @Test
    void aSuccessResetsTheFailures() {
        stub.on("/bad", StubServer.status(500)).on("/good", "{}");
        failures(4, "/bad");
        client.send(UpstreamRequest.json("/good"));
        failures(4, "/bad");

        assertThat(client.openUntil()).isEmpty();
    }

    @Test
    void retryAfterIsHonoured() {
        stub.on("/", StubServer.status(429, "Retry-After", "120"));

        assertThat(reason("/")).isEqualTo("asks to be left alone for a while (429)");
        assertThat(client.openUntil()).contains(now.plusSeconds(120));
    }

    @Test
    void retryAfterCanBeADateAndIsLimitedToAnHour() {
        stub.on("/", StubServer.status(503, "Retry-After", "Mon, 24 Jun 2013 12:05:00 GMT"));
        client.send(UpstreamRequest.json("/"));
        assertThat(client.openUntil()).contains(now.plusSeconds(300));

        now = now.plusSeconds(300);
        stub.on("/", StubServer.status(429, "Retry-After", "999999999"));
        client.send(UpstreamRequest.json("/"));
        assertThat(client.openUntil()).contains(now.plusSeconds(3_600));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "", "Mon, 24 Jun 2013 11:00:00 GMT"})
    void anInvalidRetryAfterIsIgnored(String value) {
        assertThat(RetryAfter.of(value, now)).isEmpty();
    }

    @Test
    void aClientHasAtMostEightConnections() throws InterruptedException {
        stub.on("/slow", stub.silence());
        List<Thread> threads = java.util.stream.IntStream.range(0, 12)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> client.send(UpstreamRequest.json("/slow"))))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        // The four that waited found the circuit open, or were sent after others had timed out.
        assertThat(stub.requests().size()).isBetween(8, 12);
    }

    @Test
    void serverErrorsAreRetryableAndInvalidResponsesAreNot() {
        stub.on("/html", StubServer.body(200, "text/html", "<!doctype html><p>busy".getBytes(UTF_8)))
                .on("/huge", StubServer.endless("{", 50L * 1024 * 1024))
                .on("/broken", StubServer.status(500))
                .on("/denied", StubServer.status(403));

        assertThat(((Failed) client.send(UpstreamRequest.json("/html"))).retryable())
                .isFalse();
        assertThat(((Failed) client.send(UpstreamRequest.json("/huge"))).retryable())
                .isFalse();
        assertThat(((Failed) client.send(UpstreamRequest.json("/denied"))).retryable())
                .isFalse();
        assertThat(((Failed) client.send(UpstreamRequest.json("/broken"))).retryable())
                .isTrue();
    }

    @Test
    void eachHostHasItsOwnRateLimit() {
        UpstreamClient two = client(targetWithImages(1, Duration.ofHours(1)), UpstreamClientTest::unknown);

        assertThat(two.send(UpstreamRequest.image(PICTURE))).isInstanceOf(Failed.class);
        assertThat(two.send(UpstreamRequest.image(PICTURE))).isInstanceOf(NotSent.class);
        assertThat(two.send(UpstreamRequest.json("/"))).isInstanceOf(Failed.class);
        assertThat(two.send(UpstreamRequest.json("/"))).isInstanceOf(NotSent.class);
        two.close();
    }

    @Test
    void aFailingImageHostDoesNotAffectTheApi() {
        UpstreamClient two = client(targetWithImages(1_000, Duration.ofSeconds(1)), UpstreamClientTest::unknown);
        for (int time = 0; time < 5; time++) {
            two.send(UpstreamRequest.image(PICTURE));
        }

        assertThat(two.send(UpstreamRequest.image(PICTURE))).isInstanceOf(NotSent.class);
        assertThat(two.openUntil()).isEmpty();
        assertThat(two.send(UpstreamRequest.json("/"))).isInstanceOf(Failed.class);
        two.close();
    }

    /// The second request waits for the rate limit while the first gets a `Retry-After`.
    @Test
    void aRequestThatWaitedDuringRetryAfterIsNotSent() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        stub.on("/", exchange -> {
            arrived.countDown();
            await(release);
            StubServer.status(429, "Retry-After", "120").to(exchange);
        });
        UpstreamDestination slow = new UpstreamDestination(
                "stub",
                stub.destination().base(),
                List.of(),
                PrivateAddressAllowlist.HOME_NETWORKS,
                1,
                Duration.ofSeconds(2));
        UpstreamClient paced = patientClient(slow);
        Thread first = Thread.ofVirtual().start(() -> paced.send(UpstreamRequest.json("/")));
        arrived.await();
        AtomicReference<FetchResult> second = new AtomicReference<>();
        Thread waiting = Thread.ofPlatform().start(() -> second.set(paced.send(UpstreamRequest.json("/"))));
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        release.countDown();
        first.join();
        waiting.join();

        assertThat(second.get()).isInstanceOf(NotSent.class);
        assertThat(stub.requests()).hasSize(1);
        paced.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {-3, 3})
    void aChangedClockDelaysNoRequest(long hours) {
        stub.on("/", "{}");
        SteppedClock clock = new SteppedClock();
        UpstreamClient paced = new UpstreamClientFactory(
                        "Spoolmark/1.2.3", SHORT, HostResolver.system(), SSLContexts::createDefault, clock)
                .open(stub.destination());

        for (int time = 0; time < 4; time++) {
            assertThat(paced.send(UpstreamRequest.json("/"))).isInstanceOf(Content.class);
            clock.step(Duration.ofHours(hours));
        }

        stub.on("/", StubServer.status(429, "Retry-After", "120"));
        paced.send(UpstreamRequest.json("/"));
        clock.step(Duration.ofHours(hours));
        assertThat(paced.send(UpstreamRequest.json("/"))).isInstanceOf(NotSent.class);
        clock.pass(Duration.ofSeconds(121));
        stub.on("/", "{}");
        assertThat(paced.send(UpstreamRequest.json("/"))).isInstanceOf(Content.class);
        paced.close();
    }

    private static UpstreamDestination targetWithImages(int calls, Duration per) {
        return new UpstreamDestination(
                "stub",
                URI.create("https://api.invalid"),
                List.of("pictures.invalid"),
                PrivateAddressAllowlist.NONE,
                calls,
                per);
    }

    private static InetAddress[] unknown(String host) throws UnknownHostException {
        throw new UnknownHostException(host);
    }

    private UpstreamClient patientClient(UpstreamDestination destination) {
        UpstreamTimeouts patient =
                new UpstreamTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));
        return new UpstreamClientFactory(
                        "Spoolmark/1.2.3", patient, HostResolver.system(), SSLContexts::createDefault, () -> now)
                .open(destination);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<FetchResult> failures(int times, String target) {
        return java.util.stream.IntStream.range(0, times)
                .mapToObj(_ -> client.send(UpstreamRequest.json(target)))
                .toList();
    }

    private String reason(String target) {
        return reason(client, target);
    }

    private static String reason(UpstreamClient client, String target) {
        return switch (client.send(UpstreamRequest.json(target))) {
            case Failed failed -> failed.reason();
            case NotSent unasked -> unasked.reason();
            case Content _, Missing _ -> "";
        };
    }

    private static String text(FetchResult result) {
        return new String(((Content) result).bytes(), UTF_8);
    }

    private UpstreamClient client(UpstreamDestination destination, HostResolver names) {
        return new UpstreamClientFactory("Spoolmark/1.2.3", SHORT, names, SSLContexts::createDefault, () -> now)
                .open(destination);
    }
}
