package dev.spoolmark.http.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Verification of the certificate against the name of the host, although the connection uses an address that was
/// checked before.
class TlsTest {

    private static final SelfSignedCertificate CERTIFICATE = new SelfSignedCertificate("source.test");

    private final List<String> named = new CopyOnWriteArrayList<>();
    private HttpsServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(CERTIFICATE.shown()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            ExtendedSSLSession session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
            for (SNIServerName name : session.getRequestedServerNames()) {
                named.add(new String(name.getEncoded(), UTF_8));
            }
            byte[] body = "{\"id\":82}".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void aTrustedCertificateForTheNameIsAccepted() {
        FetchResult result = fetch("source.test", CERTIFICATE::trusted);

        assertThat(result).isInstanceOf(FetchResult.Content.class);
        assertThat(named).as("the name goes along").containsExactly("source.test");
    }

    @Test
    void aCertificateForAnotherNameIsRejected() {
        assertThat(fetch("other.test", CERTIFICATE::trusted)).isEqualTo(tlsFailure());
        assertThat(named).isEmpty();
    }

    @Test
    void anUntrustedCertificateIsRejected() {
        assertThat(fetch("source.test", SSLContexts::createDefault)).isEqualTo(tlsFailure());
        assertThat(named).isEmpty();
    }

    private static FetchResult tlsFailure() {
        return FetchResult.Failed.forNow("could not be spoken to safely (TLS)");
    }

    /// Every host name resolves to the stub.
    private FetchResult fetch(String host, Supplier<SSLContext> trust) {
        UpstreamClientFactory upstreamClients = new UpstreamClientFactory(
                "Spoolmark/1.2.3",
                UpstreamTimeouts.DEFAULT,
                _ -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                trust,
                InstantSource.system());
        URI base = URI.create("https://" + host + ":" + server.getAddress().getPort());
        try (UpstreamClient client = upstreamClients.open(new UpstreamDestination(
                "stub", base, List.of(), PrivateAddressAllowlist.HOME_NETWORKS, 1_000, Duration.ofSeconds(1)))) {
            return client.send(UpstreamRequest.json("/shows/82"));
        }
    }
}
