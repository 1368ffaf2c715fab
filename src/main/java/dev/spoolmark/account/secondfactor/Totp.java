package dev.spoolmark.account.secondfactor;

import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.core.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time passwords (RFC 6238): SHA-1, 6 digits, 30 s, the parameters that every authenticator
/// supports.
final class Totp {

    static final int SECRET_BYTES = 20;
    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);

    /// Steps before and after the present one whose code is accepted, since clocks differ.
    private static final int TOLERANCE = 1;

    private static final String MAC = "HmacSHA1";
    private static final int MODULUS = 1_000_000;

    private Totp() {}

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
    }

    /// The newest step whose code any correct clock accepts now (`docs/decisions/0021`).
    static long newestStep(Instant now) {
        return step(now.plus(ClockSkew.TOLERANCE)) + TOLERANCE;
    }

    /// The code of a time step (RFC 4226, section 5.3).
    static String code(Secret secret, long step) {
        byte[] hash = hmac(secret, step);
        int offset = hash[hash.length - 1] & 0xF;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    /// The newest time step near `now` whose code is `code`, if there is one. Computes all and compares in
    /// constant time.
    static OptionalLong findStep(Secret secret, String code, Instant now) {
        long current = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
            if (isEqual(code(secret, step), code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static boolean isEqual(String expected, String code) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(Secret secret, long step) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.reveal(), MAC));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has " + MAC, impossible);
        }
    }
}
