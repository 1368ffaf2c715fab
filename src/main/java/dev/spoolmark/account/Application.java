package dev.spoolmark.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A client program, identified by its API key. `id` is absent if the application is not stored.
public record Application(
        @Nullable AppId id, String key, String name, Set<Permission> permissions, boolean registered) {

    public Application {
        permissions = Set.copyOf(permissions);
    }

    /// The key as it may be displayed: users publish logs (`docs/security.md#sec-t2`).
    public String maskedKey() {
        return ApiKeys.masked(key);
    }

    @Override
    public String toString() {
        return name + " (" + maskedKey() + ")";
    }
}
