package dev.spoolmark.idempotency;

import java.util.Optional;
import java.util.regex.Pattern;

/// Identifies one action of a client: 16 to 64 letters, digits, hyphens and underscores that the client has chosen at
/// random. A repeated request has the same key.
public record IdempotencyKey(String text) {

    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    public IdempotencyKey {
        if (!FORMAT.matcher(text).matches()) {
            throw new IllegalArgumentException("not an idempotency key");
        }
    }

    /// Empty for a text that is none.
    public static Optional<IdempotencyKey> parse(String text) {
        return FORMAT.matcher(text).matches() ? Optional.of(new IdempotencyKey(text)) : Optional.empty();
    }
}
