package dev.spoolmark.http.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A source to which requests may be sent, defined only by the configuration (`docs/security.md#sec-f1`).
///
/// @param base scheme, host and optional port
/// @param otherHosts further hosts of the source, such as its image host
/// @param permits maximum number of requests in `window`
public record UpstreamDestination(
        String name, URI base, List<String> otherHosts, PrivateAddressAllowlist allowed, int permits, Duration window) {

    private static final int HTTPS_PORT = 443;

    public UpstreamDestination {
        otherHosts = List.copyOf(otherHosts);
    }

    /// The reason why nothing may be sent to this URL, if any. Plain HTTP is allowed only for hosts in the
    /// operator's own network.
    Optional<String> rejectionReason(URI target) {
        String host = target.getHost();
        if (host == null || target.getRawUserInfo() != null) {
            return Optional.of("an address without a plain host");
        }
        if (isBase(target)) {
            return isHttps(target) || allowed.any() ? Optional.empty() : Optional.of("an address without https");
        }
        if (!isHttps(target)) {
            return Optional.of("an address without https");
        }
        boolean isOwnHost = host.equalsIgnoreCase(base.getHost()) || otherHosts.contains(host.toLowerCase(Locale.ROOT));
        return isOwnHost && port(target) == HTTPS_PORT ? Optional.empty() : Optional.of("a host that is not its own");
    }

    /// Whether it is the main host, to which keys may be sent (`docs/security.md#sec-f6`).
    boolean isBase(URI target) {
        return base.getScheme().equalsIgnoreCase(target.getScheme())
                && base.getHost().equalsIgnoreCase(target.getHost())
                && port(base) == port(target);
    }

    private static boolean isHttps(URI target) {
        return "https".equalsIgnoreCase(target.getScheme());
    }

    private static int port(URI target) {
        if (target.getPort() >= 0) {
            return target.getPort();
        }
        return isHttps(target) ? HTTPS_PORT : 80;
    }
}
