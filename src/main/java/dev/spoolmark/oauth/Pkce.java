package dev.spoolmark.oauth;

import dev.spoolmark.core.Secret;
import dev.spoolmark.core.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Proof key for code exchange (RFC 7636), with the method S256 only.
final class Pkce {

    static final String S256 = "S256";

    private static final int CHALLENGE = 43;
    private static final int SHORTEST_VERIFIER = 43;
    private static final int LONGEST_VERIFIER = 128;

    private Pkce() {}

    static boolean isChallenge(String text) {
        return text.length() == CHALLENGE && text.chars().allMatch(Pkce::isBase64Url);
    }

    /// Whether a verifier belongs to a challenge. A verifier without a challenge is wrong too: the challenge may
    /// have been removed from the authorization request (RFC 9700, 4.8).
    static boolean matches(@Nullable String challenge, @Nullable Secret verifier) {
        if (challenge == null || verifier == null) {
            return challenge == null && verifier == null;
        }
        String text = verifier.revealText();
        if (text.length() < SHORTEST_VERIFIER
                || text.length() > LONGEST_VERIFIER
                || !text.chars().allMatch(c -> isBase64Url(c) || c == '.' || c == '~')) {
            return false;
        }
        String hashed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.newDigest().digest(verifier.reveal()));
        return MessageDigest.isEqual(
                hashed.getBytes(StandardCharsets.US_ASCII), challenge.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isBase64Url(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
