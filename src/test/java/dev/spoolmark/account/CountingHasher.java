package dev.spoolmark.account;

import dev.spoolmark.account.auth.Argon2CostParameters;
import dev.spoolmark.account.auth.Argon2Hash;
import dev.spoolmark.account.auth.PasswordHasher;
import dev.spoolmark.core.Secret;
import java.util.concurrent.atomic.AtomicInteger;

/// A cheap Argon2 hasher that counts hash computations, the expensive part of a sign-in.
public final class CountingHasher implements PasswordHasher {

    private final PasswordHasher cheap;
    private final AtomicInteger tries = new AtomicInteger();

    public CountingHasher(int passes) {
        this.cheap = new Argon2Hash(new Argon2CostParameters(8, passes, 1));
    }

    public int tries() {
        return tries.get();
    }

    @Override
    public String hash(Secret sha1) {
        return cheap.hash(sha1);
    }

    @Override
    public String dummyHash() {
        return cheap.dummyHash();
    }

    @Override
    public boolean matches(Secret sha1, String stored) {
        tries.incrementAndGet();
        return cheap.matches(sha1, stored);
    }

    @Override
    public boolean needsRehash(String stored) {
        return cheap.needsRehash(stored);
    }
}
