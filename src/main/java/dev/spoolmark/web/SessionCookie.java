package dev.spoolmark.web;

import dev.spoolmark.http.RequestHead;
import dev.spoolmark.http.Response;
import java.time.Duration;
import java.util.Optional;

/// The cookie that holds the token of a session (`docs/security.md#sec-t4`).
///
/// With TLS its name begins with `__Host-`, which browsers accept only from this very host and for all of its paths.
/// Below a path the name begins with `__Secure-` instead, since other programs may share the host.
final class SessionCookie {

    private static final Duration LIFETIME = Duration.ofDays(90);

    private final String name;
    private final String attributes;

    /// @param basePath path of `public_url`, empty at the root of a host
    /// @param secure whether `public_url` is https
    SessionCookie(String basePath, boolean secure) {
        name = !secure ? "s" : basePath.isEmpty() ? "__Host-s" : "__Secure-s";
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
        return response.with("Set-Cookie", name + "=" + token + attributes + "; Max-Age=" + LIFETIME.toSeconds());
    }

    Response clear(Response response) {
        return response.with("Set-Cookie", name + "=" + attributes + "; Max-Age=0");
    }
}
