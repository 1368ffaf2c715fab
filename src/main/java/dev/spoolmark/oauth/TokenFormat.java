package dev.spoolmark.oauth;

import dev.spoolmark.core.Secret;
import dev.spoolmark.core.Sha256;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How tokens, codes and secrets look, and how they are stored (`docs/security.md#sec-t3`).
///
/// A token has 64 characters: a prefix of four that says what it is, and 45 random bytes in base64url. Only the
/// SHA-256 of a token is stored.
final class TokenFormat {

    static final int LENGTH = 64;

    /// Prefix of access tokens.
    static final String ACCESS = "sat_";

    /// Prefix of refresh tokens.
    static final String REFRESH = "srt_";

    /// Prefix of personal access tokens.
    static final String PERSONAL = "spt_";

    private static final int TOKEN_BYTES = 45;
    private static final int SECRET_BYTES = 32;
    private static final int SHORT_CODE_BYTES = 4;
    private static final String HMAC = "HmacSHA512";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat LOWER = HexFormat.of();
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    private TokenFormat() {}

    static Secret newToken(String prefix) {
        return token(prefix, random(TOKEN_BYTES));
    }

    /// 64 hexadecimal digits: 256 random bits.
    static String newHex() {
        return LOWER.formatHex(random(SECRET_BYTES));
    }

    /// 64 hexadecimal digits in upper case, for codes whose case does not matter.
    static String newLongCode() {
        return UPPER.formatHex(random(SECRET_BYTES));
    }

    /// 8 hexadecimal digits in upper case, for codes that a user types.
    static String newShortCode() {
        return UPPER.formatHex(random(SHORT_CODE_BYTES));
    }

    /// A token of the next generation: nothing but the present token and the nonce of the database together give
    /// it.
    static Secret derived(String prefix, Secret presented, String nonce) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(presented.reveal(), HMAC));
            byte[] digest = mac.doFinal(Secret.ofText(prefix + nonce).reveal());
            return token(prefix, Arrays.copyOf(digest, TOKEN_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + HMAC, impossible);
        }
    }

    /// The stored form of a token, code or secret.
    static String hash(Secret secret) {
        return LOWER.formatHex(Sha256.newDigest().digest(secret.reveal()));
    }

    /// The stored form of a code that is compared without regard to case, blanks and dashes.
    static String codeHash(String code) {
        StringBuilder plain = new StringBuilder(code.length());
        code.chars().filter(c -> c != '-' && !Character.isWhitespace(c)).forEach(c -> plain.append((char) c));
        return Sha256.hex(plain.toString().toUpperCase(Locale.ROOT));
    }

    /// Whether a text could be a token with this prefix; spares a query for anything else.
    static boolean isToken(String text, String prefix) {
        return text.length() == LENGTH && text.startsWith(prefix);
    }

    private static Secret token(String prefix, byte[] bytes) {
        return Secret.ofText(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
