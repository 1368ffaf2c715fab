package dev.spoolmark.account.auth;

import dev.spoolmark.core.Secret;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id of the 20 bytes of a SHA-1 (`docs/security.md#sec-c4`).
public final class Argon2Hash implements PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2CostParameters cost;
    private final SecureRandom random = new SecureRandom();

    public Argon2Hash(Argon2CostParameters cost) {
        this.cost = cost;
    }

    @Override
    public String hash(Secret sha1) {
        byte[] salt = random(SALT_BYTES);
        return new StoredPasswordHash(cost, salt, derive(sha1, cost, salt, HASH_BYTES)).text();
    }

    @Override
    public String dummyHash() {
        return new StoredPasswordHash(cost, random(SALT_BYTES), random(HASH_BYTES)).text();
    }

    @Override
    public boolean matches(Secret sha1, String stored) {
        StoredPasswordHash verifier = StoredPasswordHash.parse(stored);
        byte[] derived = derive(sha1, verifier.cost(), verifier.salt(), verifier.hash().length);
        return MessageDigest.isEqual(derived, verifier.hash());
    }

    @Override
    public boolean needsRehash(String stored) {
        return !StoredPasswordHash.parse(stored).cost().equals(cost);
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] derive(Secret sha1, Argon2CostParameters cost, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] password = sha1.reveal();
        byte[] hash = new byte[length];
        generator.generateBytes(password, hash);
        Arrays.fill(password, (byte) 0);
        return hash;
    }
}
