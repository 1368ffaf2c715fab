package dev.spoolmark.account.auth;

import dev.spoolmark.core.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keyed fingerprints of verified passwords, so that they can be recognized without storing them
/// (`docs/security.md#sec-c9`).
///
/// The key is generated at start and exists only in memory: a fingerprint is useless to others and after a
/// restart.
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

    /// @param use tells apart where and how the password is used: what is right for one use may be wrong for
    ///     another
    Fingerprint of(long account, long credVersion, Secret sha1, byte use) {
        byte[] secret = sha1.reveal();
        ByteBuffer message = ByteBuffer.allocate(2 * Long.BYTES + secret.length + 1);
        message.putLong(account).putLong(credVersion).put(secret).put(use);
        ByteBuffer mark = ByteBuffer.wrap(newMac().doFinal(message.array()));
        return new Fingerprint(mark.getLong(), mark.getLong(), mark.getLong(), mark.getLong());
    }

    /// An id for an unknown name, below all ids of accounts: the name is rate-limited like an account.
    long pseudoAccountId(String name) {
        byte[] text = name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return Long.MIN_VALUE | ByteBuffer.wrap(newMac().doFinal(text)).getLong();
    }

    /// Clones the keyed state, which halves the time of a sign-in from the cache.
    private Mac newMac() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the platform's " + ALGORITHM + " can be copied", impossible);
        }
    }

    /// 256 bits that represent one password of one account.
    record Fingerprint(long first, long second, long third, long fourth) {}
}
