package dev.spoolmark.http;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The hosts that the server accepts: only those that no other site can resolve to it
/// (`docs/security.md#sec-o8`).
///
/// A hostile page can let its own name resolve to an address in a home network (DNS rebinding). It cannot do so
/// with an address, a name without a dot, or a name below a domain that no registry assigns.
final class HostAllowlist {

    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[A-Za-z0-9._~-]+)(?::([0-9]{1,5}))?");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final List<String> HOME_NETWORKS =
            List.of(".localhost", ".local", ".lan", ".internal", ".home.arpa");

    /// Clients that the name server of the operator redirects still send the original host.
    private static final String ORIGINAL = "trakt.tv";

    private static final int MAX_CACHED = 64;

    private final Set<String> allowedHosts = new HashSet<>();

    /// Cache of allowed authorities.
    private final Set<String> allowed = ConcurrentHashMap.newKeySet();

    HostAllowlist(HttpServerConfig settings) {
        settings.allowedHosts().forEach(host -> allowedHosts.add(plain(host)));
        Optional.ofNullable(settings.publicUrl())
                .flatMap(url -> Optional.ofNullable(url.getHost()))
                .ifPresent(host -> allowedHosts.add(plain(host)));
    }

    /// Whether the server accepts `authority`, a host with or without a port.
    boolean allows(String authority) {
        return allowed.contains(authority) || check(authority);
    }

    private boolean check(String authority) {
        var matched = AUTHORITY.matcher(authority);
        boolean allows = matched.matches() && allowsName(plain(matched.group(1)));
        if (allows && allowed.size() < MAX_CACHED) {
            allowed.add(authority);
        }
        return allows;
    }

    private boolean allowsName(String name) {
        return name.startsWith("[")
                || name.indexOf('.') < 0
                || IPV4.matcher(name).matches()
                || allowedHosts.contains(name)
                || name.equals(ORIGINAL)
                || name.endsWith("." + ORIGINAL)
                || HOME_NETWORKS.stream().anyMatch(name::endsWith);
    }

    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
