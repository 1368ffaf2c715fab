package dev.spoolmark.account;

import dev.spoolmark.kernel.Secret;
import java.util.concurrent.atomic.AtomicInteger;

/// Cheap Argon2 that counts how often a password was tried, which is what costs in earnest.
final class CountingHash implements PasswordHash {

    private final PasswordHash cheap;
    private final AtomicInteger tries = new AtomicInteger();

    CountingHash(int passes) {
        this.cheap = new Argon2Hash(new Argon2Cost(8, passes, 1));
    }

    int tries() {
        return tries.get();
    }

    @Override
    public String keep(Secret sha1) {
        return cheap.keep(sha1);
    }

    @Override
    public String unmatched() {
        return cheap.unmatched();
    }

    @Override
    public boolean fits(Secret sha1, String kept) {
        tries.incrementAndGet();
        return cheap.fits(sha1, kept);
    }

    @Override
    public boolean isOutdated(String kept) {
        return cheap.isOutdated(kept);
    }
}
