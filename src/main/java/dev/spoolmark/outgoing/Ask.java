package dev.spoolmark.outgoing;

import dev.spoolmark.kernel.Secret;
import org.jspecify.annotations.Nullable;

/// One thing to ask for.
///
/// @param target a path at the destination, or a whole address that was found in one of its answers
/// @param key sent to the destination itself and to no other host (`SEC-F6`)
/// @param body what is sent there, as JSON; nothing for a plain reading
public record Ask(
        String target,
        Expected expected,
        @Nullable Secret key,
        @Nullable Secret body) {

    public static Ask json(String target) {
        return new Ask(target, Expected.JSON, null, null);
    }

    public static Ask image(String target) {
        return new Ask(target, Expected.IMAGE, null, null);
    }

    public Ask with(Secret bearer) {
        return new Ask(target, expected, bearer, body);
    }

    /// The body is a secret, since what is sent is a key to sign in with.
    public Ask sending(Secret json) {
        return new Ask(target, expected, key, json);
    }

    /// What kind of answer is waited for, and how much of it is read at most, packed and unpacked.
    public enum Expected {
        JSON("application/json", 5 * 1024 * 1024),
        IMAGE("image/*", 10 * 1024 * 1024);

        private final String type;
        private final int most;

        Expected(String type, int most) {
            this.type = type;
            this.most = most;
        }

        String type() {
            return type;
        }

        int most() {
            return most;
        }
    }
}
