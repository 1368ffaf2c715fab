package dev.spoolmark.account;

import dev.spoolmark.kernel.Secret;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id over the twenty bytes of a SHA-1 (`SEC-C4`).
final class Argon2Hash implements PasswordHash {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2Cost cost;
    private final SecureRandom random = new SecureRandom();

    Argon2Hash(Argon2Cost cost) {
        this.cost = cost;
    }

    @Override
    public String keep(Secret sha1) {
        byte[] salt = random(SALT_BYTES);
        return new Verifier(cost, salt, derive(sha1, cost, salt, HASH_BYTES)).text();
    }

    @Override
    public String unmatched() {
        return new Verifier(cost, random(SALT_BYTES), random(HASH_BYTES)).text();
    }

    @Override
    public boolean fits(Secret sha1, String kept) {
        Verifier verifier = Verifier.parse(kept);
        byte[] derived = derive(sha1, verifier.cost(), verifier.salt(), verifier.hash().length);
        return MessageDigest.isEqual(derived, verifier.hash());
    }

    @Override
    public boolean isOutdated(String kept) {
        return !Verifier.parse(kept).cost().equals(cost);
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] derive(Secret sha1, Argon2Cost cost, byte[] salt, int length) {
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
