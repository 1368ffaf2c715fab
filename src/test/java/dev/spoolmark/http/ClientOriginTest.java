package dev.spoolmark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.CidrSet;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOriginTest {

    private final HttpServerConfig settings = new HttpServerConfig(
            "127.0.0.1",
            0,
            URI.create("https://plays.example:8443"),
            List.of("Other.example"),
            CidrSet.of(List.of("10.0.0.0/8", "192.0.2.1", "fd00::/8")),
            CidrSet.NONE,
            List.of("*"),
            1,
            1,
            1,
            Duration.ZERO,
            1);
    private final ClientOrigin.ForwardedHeaderResolver reader = new ClientOrigin.ForwardedHeaderResolver(settings);
    private final HostAllowlist hosts = new HostAllowlist(settings);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    203.0.113.5 | 198.51.100.1               | 203.0.113.5
                    10.1.2.3    | 198.51.100.1               | 198.51.100.1
                    10.1.2.3    | 1.1.1.1, 198.51.100.1      | 198.51.100.1
                    10.1.2.3    | 198.51.100.1, 192.0.2.1    | 198.51.100.1
                    192.0.2.2   | 198.51.100.1               | 192.0.2.2
                    10.1.2.3    | nonsense, 10.9.9.9         | 10.9.9.9
                    10.1.2.3    | localhost                  | 10.1.2.3
                    fd12::1     | 2001:db8::7                | 2001:db8:0:0:0:0:0:7
                    10.1.2.3    | 10.4.4.4, 10.5.5.5         | 10.4.4.4
                    10.1.2.3    | 198.51.100.1:51004         | 198.51.100.1
                    10.1.2.3    | [2001:db8::7]:443          | 2001:db8:0:0:0:0:0:7
                    """)
    void onlyHeadersOfTrustedProxiesAreUsed(String peer, String forwarded, String client) {
        RequestHeaders header = new RequestHeaders();
        header.add("X-Forwarded-For", forwarded);

        assertThat(read(peer, "a", header).client().getHostAddress()).isEqualTo(client);
    }

    @Test
    void theHostOfTheRequestIsTheBaseOfUrls() {
        RequestHeaders header = new RequestHeaders();
        header.add("X-Forwarded-Proto", "https");
        header.add("x-forwarded-host", "far.example");

        assertThat(read("10.0.0.1", "near", header).base()).isEqualTo("https://far.example");
        assertThat(read("203.0.113.5", "near:80", header).base()).isEqualTo("http://near:80");
        assertThat(read("203.0.113.5", "plays.example:8443", new RequestHeaders())
                        .base())
                .isEqualTo("https://plays.example:8443");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    HTTPS                 |                         | https
                    https, http           |                         | https
                    https , http          | 198.51.100.1            | https
                    http, https           | 1.1.1.1, 198.51.100.1   | https
                    https, http           | 198.51.100.1, 10.9.9.9  | https
                    ftp                   |                         | http
                    """)
    void readsTheSchemeInAnyCaseAndFromLists(String protocols, String hops, String scheme) {
        RequestHeaders header = new RequestHeaders();
        header.add("X-Forwarded-Proto", protocols);
        if (hops != null) {
            header.add("X-Forwarded-For", hops);
        }

        assertThat(read("10.0.0.1", "a", header).scheme()).isEqualTo(scheme);
        assertThat(read("203.0.113.5", "a", header).scheme()).isEqualTo("http");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    for=198.51.100.1;proto=https;host=far.example             | 198.51.100.1         | https://far.example
                    For="198.51.100.1:80"; Proto=HTTPS                        | 198.51.100.1         | https://near
                    for="[2001:db8::7]:4711", for=10.9.9.9;host="x\\y,;"      | 2001:db8:0:0:0:0:0:7 | http://xy,;
                    for=1.1.1.1;proto=http, for=198.51.100.1;proto=https      | 198.51.100.1         | https://near
                    for=unknown;proto=https                                   | 10.0.0.1             | https://near
                    for=_hidden, nonsense                                     | 10.0.0.1             | http://near
                    """)
    void readsForwarded(String forwarded, String client, String base) {
        RequestHeaders header = new RequestHeaders();
        header.add("Forwarded", forwarded);

        assertThat(read("10.0.0.1", "near", header).client().getHostAddress()).isEqualTo(client);
        assertThat(read("10.0.0.1", "near", header).base()).isEqualTo(base);
        assertThat(read("203.0.113.5", "near", header).base()).isEqualTo("http://near");
    }

    @Test
    void doesNotReadForwardedBesideTheOlderFields() {
        RequestHeaders header = new RequestHeaders();
        header.add("X-Forwarded-For", "198.51.100.1");
        header.add("Forwarded", "for=192.0.2.99;host=evil.example;proto=https");

        ClientOrigin caller = read("10.0.0.1", "near", header);
        assertThat(caller.client().getHostAddress()).isEqualTo("198.51.100.1");
        assertThat(caller.base()).isEqualTo("http://near");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "nas",
                "nas:80",
                "box.local",
                "BOX.LAN",
                "a.b.internal",
                "x.home.arpa",
                "192.168.1.2:1",
                "[fd00::1]:8080",
                "plays.example",
                "other.example:1",
                "other.example.",
                "trakt.tv",
                "api-v2launch.trakt.tv"
            })
    void hostsThatOtherSitesCannotResolveAreAccepted(String authority) {
        assertThat(hosts.allows(authority)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "evil.example", "local.evil.example", "nottrakt.tv", "trakt.tv.example", "1.2.3.4.example",
                "a b", "a/b", "user@nas", "nas:port", "plays.example.evil.example", "999.example"
            })
    void otherHostsAreRejected(String authority) {
        assertThat(hosts.allows(authority)).isFalse();
    }

    @Test
    void invalidNetworksAreRejected() {
        for (String written : List.of("10.0.0.0/33", "example.org", "10.0.0.0/x", "10.0.0.0/-1")) {
            assertThatThrownBy(() -> CidrSet.of(List.of(written))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private ClientOrigin read(String peer, String host, RequestHeaders header) {
        return reader.read(InetAddress.ofLiteral(peer), host, header);
    }

    @Test
    void anUntrustedPrivateProxyIsLoggedOnce() {
        Logger logger = Logger.getLogger(ClientOrigin.class.getName());
        List<String> messages = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                messages.add(logged.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            RequestHeaders header = new RequestHeaders();
            header.add("X-Forwarded-For", "198.51.100.1");
            read("203.0.113.5", "a", header);
            read("172.17.0.1", "a", new RequestHeaders());
            assertThat(messages).isEmpty();
            read("172.17.0.1", "a", header);
            read("172.17.0.1", "a", header);
        } finally {
            logger.removeHandler(handler);
        }

        assertThat(messages).singleElement().asString().contains("172.17.0.1", "proxies.trusted");
    }
}
