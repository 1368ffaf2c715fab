package dev.spoolmark.account.session;

import dev.spoolmark.core.Secret;
import dev.spoolmark.core.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The value of a session cookie: 256 random bits. The server stores only its SHA-256 (`docs/security.md#sec-t4`).
public final class SessionToken {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String MAC = "HmacSHA256";
    private static final byte[] CSRF = "csrf".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Secret bytes;

    private SessionToken(byte[] bytes) {
        this.bytes = Secret.of(bytes);
    }

    static SessionToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SessionToken(bytes);
    }

    /// The token in the text of a cookie, empty for text of another form.
    static Optional<SessionToken> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new SessionToken(Base64.getUrlDecoder().decode(text)))
                : Optional.empty();
    }

    /// For the cookie and nothing else: 43 characters in base64url.
    public String text() {
        return base64Url(bytes.reveal());
    }

    /// The value that forms of this session carry. It is derived from the token, so that every node computes the
    /// same and none stores it.
    String csrfToken() {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(bytes.reveal(), MAC));
            return base64Url(mac.doFinal(CSRF));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has " + MAC, impossible);
        }
    }

    boolean isCsrfToken(String sent) {
        return MessageDigest.isEqual(
                csrfToken().getBytes(StandardCharsets.US_ASCII), sent.getBytes(StandardCharsets.UTF_8));
    }

    String hash() {
        return Sha256.hex(text());
    }

    @Override
    public String toString() {
        return "***";
    }

    private static String base64Url(byte[] value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}
