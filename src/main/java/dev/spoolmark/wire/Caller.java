package dev.spoolmark.wire;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who calls, and by which name: what the peer says of itself, or what a trusted proxy says of it (`SEC-R3`).
///
/// @param authority host and port as the client wrote them
record Caller(InetAddress client, String scheme, String authority) {

    /// Scheme and authority, without a slash at the end.
    String base() {
        return scheme + "://" + authority;
    }

    /// Reads the `X-Forwarded-…` fields of proxies one believes.
    static final class Reader {

        private final Networks trusted;
        private final @Nullable URI publicUrl;

        Reader(DoorSettings settings) {
            trusted = settings.trustedProxies();
            publicUrl = settings.publicUrl();
        }

        Caller read(InetAddress peer, String host, Fields header) {
            if (!trusted.contains(peer)) {
                return new Caller(peer, scheme(host, Optional.empty()), host);
            }
            String authority = last(header, "X-Forwarded-Host").orElse(host);
            return new Caller(
                    client(peer, header.listed("X-Forwarded-For")),
                    scheme(authority, last(header, "X-Forwarded-Proto")),
                    authority);
        }

        /// The rightmost hop that is no proxy of ours. What stands further left is hearsay.
        private InetAddress client(InetAddress peer, List<String> hops) {
            InetAddress client = peer;
            for (String hop : hops.reversed()) {
                Optional<InetAddress> address = address(hop);
                if (address.isEmpty()) {
                    return client;
                }
                client = address.get();
                if (!trusted.contains(client)) {
                    return client;
                }
            }
            return client;
        }

        private String scheme(String authority, Optional<String> forwarded) {
            if (forwarded.isPresent() && List.of("http", "https").contains(forwarded.get())) {
                return forwarded.get();
            }
            return publicUrl != null && authority.equalsIgnoreCase(publicUrl.getAuthority())
                    ? publicUrl.getScheme()
                    : "http";
        }

        private static Optional<String> last(Fields header, String name) {
            List<String> all = header.listed(name);
            return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        }

        private static Optional<InetAddress> address(String hop) {
            try {
                return Optional.of(InetAddress.ofLiteral(hop));
            } catch (IllegalArgumentException notAnAddress) {
                return Optional.empty();
            }
        }
    }
}
