package dev.spoolmark.account.auth;

import dev.spoolmark.core.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes marks by which a password that was seen before is known again, without keeping it
/// (`docs/security.md#sec-c9`).
///
/// The key is made at start and lives in memory only: a mark means nothing to anyone else, nor after a restart.
final class CredentialFingerprints {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Mac keyed;

    CredentialFingerprints() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    Fingerprint of(long account, long credVersion, Secret sha1) {
        byte[] secret = sha1.reveal();
        ByteBuffer message = ByteBuffer.allocate(2 * Long.BYTES + secret.length);
        message.putLong(account).putLong(credVersion).put(secret);
        ByteBuffer mark = ByteBuffer.wrap(fresh().doFinal(message.array()));
        return new Fingerprint(mark.getLong(), mark.getLong(), mark.getLong(), mark.getLong());
    }

    /// A number, below that of any account, for a name that nobody has: it is limited as an account would be.
    long pseudoAccountId(String name) {
        byte[] text = name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return Long.MIN_VALUE | ByteBuffer.wrap(fresh().doFinal(text)).getLong();
    }

    /// The keyed state is copied rather than made anew: half the time of a sign-in that is already known.
    private Mac fresh() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the platform's " + ALGORITHM + " can be copied", impossible);
        }
    }

    /// 256 bits that stand for one password of one account.
    record Fingerprint(long first, long second, long third, long fourth) {}
}
