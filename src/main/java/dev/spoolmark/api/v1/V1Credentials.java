package dev.spoolmark.api.v1;

import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.http.body.LenientValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// A user name and the SHA-1 of a password, from any of the places where old clients send them: members of the
/// JSON body, form fields, or a Basic header. The body has precedence; empty texts count as absent
/// (`docs/spec/v1/conventions.md#authentication`).
///
/// @param password the 40 hex digits as sent; never printed
record V1Credentials(String username, String password) {

    static Optional<V1Credentials> of(ServerRequest request, Map<String, LenientValue> members) {
        String username = text(members, "username");
        String password = text(members, "password");
        if (!username.isEmpty() && !password.isEmpty()) {
            return Optional.of(new V1Credentials(username, password));
        }
        return request.header("Authorization").flatMap(V1Credentials::basic);
    }

    private static String text(Map<String, LenientValue> members, String name) {
        LenientValue value = members.get(name);
        return value == null || value.isUnreadable() ? "" : value.text().strip();
    }

    /// A header with another scheme is ignored; a malformed Basic header is a failed sign-in.
    private static Optional<V1Credentials> basic(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        String pair = decoded(header.substring(6).strip());
        int colon = pair.indexOf(':');
        String username = colon < 0 ? pair : pair.substring(0, colon);
        String password = colon < 0 ? "" : pair.substring(colon + 1);
        return username.isEmpty() && password.isEmpty() && colon >= 0
                ? Optional.empty()
                : Optional.of(new V1Credentials(username, password));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
