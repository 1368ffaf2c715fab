package dev.spoolmark.web.oauth;

import dev.spoolmark.oauth.RedirectUris;
import dev.spoolmark.web.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where the browser goes after the user decided, for the consent page and its content security policy.
///
/// @param origin scheme and authority of a web address, or the scheme of an application with a colon; empty when the
///     code is shown on our page
record RedirectTarget(String origin) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    static RedirectTarget of(String redirectUri) {
        return new RedirectTarget(RedirectUris.target(redirectUri));
    }

    private boolean isWeb() {
        String lower = origin.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    private String scheme() {
        return origin.substring(0, origin.indexOf(':') + 1);
    }

    /// Host and port, such as `[::1]:4711`.
    private String authority() {
        return origin.substring(origin.indexOf("//") + 2);
    }

    private String host() {
        String authority = authority();
        int port = authority.lastIndexOf(':');
        return port > authority.lastIndexOf(']') ? authority.substring(0, port) : authority;
    }

    /// Where it leads, in words.
    String text(Texts texts) {
        if (origin.isEmpty()) {
            return texts.get("oauth.target.pin");
        }
        if (!isWeb()) {
            return texts.get("oauth.target.application", scheme());
        }
        return LOOPBACK.contains(host().toLowerCase(Locale.ROOT))
                ? texts.get("oauth.target.device")
                : texts.get("oauth.target.host", origin);
    }

    /// The source expression that permits the redirect after the form (CSP 3, 6.4.1). It cannot express the address
    /// of IPv6, nor the rest of an address with the scheme of an application: there the scheme alone is permitted.
    Optional<String> formSource() {
        if (origin.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(isWeb() && !host().startsWith("[") ? origin : scheme());
    }
}
