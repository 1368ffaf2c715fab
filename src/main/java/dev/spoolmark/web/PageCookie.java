package dev.spoolmark.web;

import dev.spoolmark.http.RequestHead;
import dev.spoolmark.http.Response;
import java.time.Duration;
import java.util.Optional;

/// A cookie that holds a token of 256 bits (`docs/security.md#sec-t4`).
///
/// With TLS its name begins with `__Host-`, which browsers accept only from this very host and for all of its paths.
/// Below a path the name begins with `__Secure-` instead, since other programs may share the host.
final class PageCookie {

    private final String name;
    private final String attributes;
    private final String maxAge;

    /// The cookie with the token of a session.
    static PageCookie ofSession(String basePath, boolean secure) {
        return new PageCookie("s", Duration.ofDays(90), basePath, secure);
    }

    /// The cookie with the secret of a browser that signs in at another server.
    static PageCookie ofSignIn(String basePath, boolean secure) {
        return new PageCookie("o", Duration.ofMinutes(10), basePath, secure);
    }

    /// @param basePath path of `public_url`, empty at the root of a host
    /// @param secure whether `public_url` is https
    private PageCookie(String shortName, Duration lifetime, String basePath, boolean secure) {
        name = (!secure ? "" : basePath.isEmpty() ? "__Host-" : "__Secure-") + shortName;
        maxAge = "; Max-Age=" + lifetime.toSeconds();
        attributes = "; Path=" + (basePath.isEmpty() ? "/" : basePath) + (secure ? "; Secure" : "")
                + "; HttpOnly; SameSite=Lax";
    }

    /// The token that a browser sent. Of several cookies with this name, the first counts: it has the longest path.
    Optional<String> read(RequestHead head) {
        String prefix = name + "=";
        for (String cookie : head.header("Cookie").orElse("").split(";", -1)) {
            String pair = cookie.strip();
            if (pair.startsWith(prefix) && pair.length() > prefix.length()) {
                return Optional.of(pair.substring(prefix.length()));
            }
        }
        return Optional.empty();
    }

    Response set(Response response, String token) {
        return response.withCookie(name, name + "=" + token + attributes + maxAge);
    }

    /// Whether a response sets or removes it.
    boolean isIn(Response response) {
        return response.cookies().containsKey(name);
    }

    Response clear(Response response) {
        return response.withCookie(name, name + "=" + attributes + "; Max-Age=0");
    }
}
