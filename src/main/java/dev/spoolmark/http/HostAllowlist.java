package dev.spoolmark.http;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The names under which a client may call: only those that a stranger cannot point at us
/// (`docs/security.md#sec-o8`).
///
/// A page on a hostile site can let its own name resolve to an address in a home network. It cannot do so with an
/// address itself, a name without a dot, or a name of a network that no registry hands out.
final class HostAllowlist {

    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[A-Za-z0-9._~-]+)(?::([0-9]{1,5}))?");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final List<String> HOME_NETWORKS =
            List.of(".localhost", ".local", ".lan", ".internal", ".home.arpa");

    /// Clients redirected by the operator's own name server still say whom they meant.
    private static final String ORIGINAL = "trakt.tv";

    private static final int REMEMBERED = 64;

    private final Set<String> named = new HashSet<>();

    /// What was found in order, so that the same client is not judged anew each time.
    private final Set<String> allowed = ConcurrentHashMap.newKeySet();

    HostAllowlist(HttpServerConfig settings) {
        settings.allowedHosts().forEach(host -> named.add(plain(host)));
        Optional.ofNullable(settings.publicUrl())
                .flatMap(url -> Optional.ofNullable(url.getHost()))
                .ifPresent(host -> named.add(plain(host)));
    }

    /// Whether `authority`, a name with or without a port, is one of ours.
    boolean allows(String authority) {
        return allowed.contains(authority) || judge(authority);
    }

    private boolean judge(String authority) {
        var matched = AUTHORITY.matcher(authority);
        boolean allows = matched.matches() && allowsName(plain(matched.group(1)));
        if (allows && allowed.size() < REMEMBERED) {
            allowed.add(authority);
        }
        return allows;
    }

    private boolean allowsName(String name) {
        return name.startsWith("[")
                || name.indexOf('.') < 0
                || IPV4.matcher(name).matches()
                || named.contains(name)
                || name.equals(ORIGINAL)
                || name.endsWith("." + ORIGINAL)
                || HOME_NETWORKS.stream().anyMatch(name::endsWith);
    }

    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
