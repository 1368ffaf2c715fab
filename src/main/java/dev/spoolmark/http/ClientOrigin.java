package dev.spoolmark.http;

import dev.spoolmark.core.CidrSet;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The client of a request and the name under which it addressed the server: of the connection, or as a trusted
/// proxy reports them (`docs/security.md#sec-r3`).
///
/// @param authority host and port as the client wrote them
record ClientOrigin(InetAddress client, String scheme, String authority) {

    /// Scheme and authority, without a slash at the end.
    String base() {
        return scheme + "://" + authority;
    }

    /// Reads the `X-Forwarded-…` fields of trusted proxies, or `Forwarded` (RFC 7239) when there are none: a proxy
    /// that sets the former passes the latter on as the client sent it.
    static final class ForwardedHeaderResolver {

        private static final System.Logger LOG = System.getLogger(ClientOrigin.class.getName());

        private static final CidrSet LOCAL = CidrSet.of(List.of(
                "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "::1", "fc00::/7"));

        private final AtomicBoolean warned = new AtomicBoolean();
        private final CidrSet trusted;
        private final @Nullable URI publicUrl;

        ForwardedHeaderResolver(HttpServerConfig settings) {
            trusted = settings.trustedProxies();
            publicUrl = settings.publicUrl();
        }

        ClientOrigin read(InetAddress peer, String host, RequestHeaders header) {
            if (!trusted.contains(peer)) {
                warnOfProxy(peer, header);
                return new ClientOrigin(peer, scheme(host, Optional.empty()), host);
            }
            ForwardedHeaders forwarded = ForwardedHeaders.read(header);
            int hop = client(forwarded.clients());
            InetAddress client =
                    hop < 0 ? peer : address(forwarded.clients().get(hop)).orElse(peer);
            String authority = last(forwarded.hosts()).orElse(host);
            return new ClientOrigin(client, scheme(authority, protocol(forwarded, hop)), authority);
        }

        /// Warns once of a proxy that is not trusted: all its clients would count as one. A field that comes from
        /// the internet causes no warning, since any client can send it.
        private void warnOfProxy(InetAddress peer, RequestHeaders header) {
            if (!warned.get() && LOCAL.contains(peer) && header.has("X-Forwarded-For") && !warned.getAndSet(true)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "a proxy at " + peer.getHostAddress()
                                + " sends X-Forwarded-For and is not among proxies.trusted,"
                                + " so that all clients behind it count as one: add " + peer.getHostAddress()
                                + " to proxies.trusted");
            }
        }

        /// The index of the rightmost hop that is no trusted proxy, or -1. Hops further left are not verified.
        private int client(List<String> hops) {
            int client = -1;
            for (int hop = hops.size() - 1; hop >= 0; hop--) {
                Optional<InetAddress> address = address(hops.get(hop));
                if (address.isEmpty()) {
                    return client;
                }
                client = hop;
                if (!trusted.contains(address.get())) {
                    return client;
                }
            }
            return client;
        }

        /// The scheme of that hop if each hop has one, otherwise the scheme of the first, which the client used.
        private static Optional<String> protocol(ForwardedHeaders forwarded, int hop) {
            List<String> protocols = forwarded.protocols();
            if (protocols.isEmpty()) {
                return Optional.empty();
            }
            boolean paired = hop >= 0 && protocols.size() == forwarded.clients().size();
            return Optional.of(protocols.get(paired ? hop : 0).toLowerCase(Locale.ROOT));
        }

        private String scheme(String authority, Optional<String> forwarded) {
            if (forwarded.isPresent() && List.of("http", "https").contains(forwarded.get())) {
                return forwarded.get();
            }
            return publicUrl != null && authority.equalsIgnoreCase(publicUrl.getAuthority())
                    ? publicUrl.getScheme()
                    : "http";
        }

        private static Optional<String> last(List<String> all) {
            return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        }

        /// With or without a port.
        private static Optional<InetAddress> address(String hop) {
            String host = hop.startsWith("[") && hop.indexOf(']') > 0 ? hop.substring(1, hop.indexOf(']')) : hop;
            boolean port = host.indexOf('.') > 0 && host.indexOf(':') == host.lastIndexOf(':') && host.indexOf(':') > 0;
            try {
                return Optional.of(InetAddress.ofLiteral(port ? host.substring(0, host.indexOf(':')) : host));
            } catch (IllegalArgumentException notAnAddress) {
                return Optional.empty();
            }
        }
    }
}
