package dev.spoolmark.http.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A place outside that may be asked: only the configuration can name one (`docs/security.md#sec-f1`).
///
/// @param base scheme, host and perhaps port, nothing behind it
/// @param otherHosts more hosts that belong to it, such as the one of its pictures
/// @param permits how many calls it bears in `per`
public record UpstreamTarget(
        String name, URI base, List<String> otherHosts, PrivateAddressAllowlist allowed, int permits, Duration window) {

    private static final int HTTPS_PORT = 443;

    public UpstreamTarget {
        otherHosts = List.copyOf(otherHosts);
    }

    /// Why nothing may be sent to this address, if so. Plain http is for a stub in the operator's own network alone.
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
        boolean known = host.equalsIgnoreCase(base.getHost()) || otherHosts.contains(host.toLowerCase(Locale.ROOT));
        return known && port(target) == HTTPS_PORT ? Optional.empty() : Optional.of("a host that is not its own");
    }

    /// Whether it is the very place whose keys may be sent along (`docs/security.md#sec-f6`).
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
