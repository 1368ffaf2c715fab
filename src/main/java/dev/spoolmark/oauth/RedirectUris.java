package dev.spoolmark.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/// Which redirect addresses may be registered, and when one of a request matches a registered one
/// (`docs/security.md#sec-t3`).
public final class RedirectUris {

    /// The code is shown on our page and the user types it into the application.
    public static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";

    private static final int LENGTH = 2_000;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    /// A browser would run these, or read files of the user.
    private static final Set<String> FORBIDDEN_SCHEMES =
            Set.of("about", "blob", "chrome", "data", "file", "filesystem", "javascript", "vbscript", "view-source");

    private RedirectUris() {}

    /// Whether an application may register this address: absolute, without a fragment and without user
    /// information; `https`, `http` or a scheme of an application.
    public static boolean isAllowed(String text) {
        if (text.equals(OUT_OF_BAND)) {
            return true;
        }
        if (text.isEmpty() || text.length() > LENGTH || !isPrintableAscii(text)) {
            return false;
        }
        try {
            return isAllowed(new URI(text));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean isAllowed(URI uri) {
        String scheme = uri.getScheme();
        if (scheme == null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            return false;
        }
        String lower = scheme.toLowerCase(Locale.ROOT);
        if (lower.equals("http") || lower.equals("https")) {
            return uri.getHost() != null;
        }
        return !FORBIDDEN_SCHEMES.contains(lower) && !lower.equals("urn");
    }

    /// Whether one of the registered addresses is `sent`, character by character. The port of a loopback address
    /// may differ (RFC 8252, 7.3).
    static boolean matches(Collection<String> registered, String sent) {
        if (registered.contains(sent)) {
            return true;
        }
        return isAllowed(sent)
                && registered.stream()
                        .anyMatch(known -> isLoopback(known)
                                && isLoopback(sent)
                                && withoutPort(known).equals(withoutPort(sent)));
    }

    /// The origin or scheme of an address, for a page that says where it leads.
    public static String target(String redirectUri) {
        if (redirectUri.equals(OUT_OF_BAND)) {
            return "";
        }
        URI uri = URI.create(redirectUri);
        return uri.getHost() == null ? uri.getScheme() + ":" : uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static boolean isLoopback(String text) {
        if (!text.startsWith("http://")) {
            return false;
        }
        URI uri = URI.create(text);
        return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }

    private static String withoutPort(String text) {
        URI uri = URI.create(text);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return "http://" + uri.getHost() + uri.getRawPath() + query;
    }

    private static boolean isPrintableAscii(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }
}
