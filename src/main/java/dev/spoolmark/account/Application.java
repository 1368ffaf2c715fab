package dev.spoolmark.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A program that speaks for people, known by its key. `id` is absent while the store knows nothing of it.
public record Application(
        @Nullable AppId id, String key, String name, Set<Permission> permissions, boolean registered) {

    public Application {
        permissions = Set.copyOf(permissions);
    }

    /// The key as it may be shown: people paste logs in public (`docs/security.md#sec-t2`).
    public String maskedKey() {
        return ApiKeys.masked(key);
    }

    @Override
    public String toString() {
        return name + " (" + maskedKey() + ")";
    }
}
