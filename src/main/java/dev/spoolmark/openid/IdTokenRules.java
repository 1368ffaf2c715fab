package dev.spoolmark.openid;

import dev.spoolmark.core.ClockSkew;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The rules for the claims of an ID token (OpenID Connect Core 1.0, 3.1.3.7).
///
/// @param issuer as the discovery document names it
record IdTokenRules(String issuer, String clientId) {

    private static final int LONGEST_SUBJECT = 255;
    private static final Duration LONGEST_AGE = Duration.ofMinutes(10);
    private static final long LAST_SECOND = 253_402_300_799L;

    /// @param claims of a token whose signature is right
    /// @throws OpenIdException if a rule is violated
    Identity check(JsonNode claims, String nonce, Instant now) {
        require(isText(claims, "iss", issuer), "is of another issuer");
        checkAudience(claims);
        Instant expires = instant(claims, "exp").orElseThrow(() -> invalid("has no expiry"));
        Instant issued = instant(claims, "iat").orElseThrow(() -> invalid("has no time of issue"));
        require(now.isBefore(expires.plus(ClockSkew.TOLERANCE)), "has expired: compare the clocks of both servers");
        require(!ClockSkew.isAhead(issued, now), "is of the future: compare the clocks of both servers");
        require(
                issued.isAfter(now.minus(LONGEST_AGE).minus(ClockSkew.TOLERANCE)),
                "is too old: compare the clocks of both servers");
        require(
                instant(claims, "nbf")
                        .map(start -> !ClockSkew.isAhead(start, now))
                        .orElse(true),
                "is not valid yet");
        require(isNonce(claims, nonce), "is the response to another request");
        String subject = StrictJson.text(claims, "sub")
                .filter(text -> text.length() <= LONGEST_SUBJECT)
                .orElseThrow(() -> invalid("names no user"));
        return new Identity(
                issuer,
                subject,
                StrictJson.text(claims, "preferred_username").orElse(""),
                StrictJson.text(claims, "name").orElse(""),
                instant(claims, "auth_time"));
    }

    private void checkAudience(JsonNode claims) {
        JsonNode audience = claims.path("aud");
        boolean several = audience.isArray() && audience.size() > 1;
        require(
                isText(claims, "aud", clientId) || StrictJson.contains(claims, "aud", clientId),
                "is for another client");
        require(!several || claims.has("azp"), "is for several clients and names no authorized party");
        require(!claims.has("azp") || isText(claims, "azp", clientId), "was issued to another client");
    }

    private static boolean isText(JsonNode claims, String name, String expected) {
        return StrictJson.text(claims, name).filter(expected::equals).isPresent();
    }

    private static boolean isNonce(JsonNode claims, String nonce) {
        return MessageDigest.isEqual(
                StrictJson.text(claims, "nonce").orElse("").getBytes(StandardCharsets.UTF_8),
                nonce.getBytes(StandardCharsets.UTF_8));
    }

    /// Seconds of Unix time, possibly with a fraction.
    private static Optional<Instant> instant(JsonNode claims, String name) {
        JsonNode value = claims.path(name);
        return value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= LAST_SECOND
                ? Optional.of(Instant.ofEpochSecond((long) value.doubleValue()))
                : Optional.empty();
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw invalid(what);
        }
    }

    private static OpenIdException invalid(String what) {
        return OpenIdException.rejected("the ID token " + what);
    }
}
