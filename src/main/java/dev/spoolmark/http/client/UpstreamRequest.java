package dev.spoolmark.http.client;

import dev.spoolmark.core.Secret;
import org.jspecify.annotations.Nullable;

/// One thing to ask for.
///
/// @param target a path at the destination, or a whole address that was found in one of its answers
/// @param key sent to the destination itself and to no other host (`docs/security.md#sec-f6`)
/// @param body what is sent there, as JSON; nothing for a plain reading
public record UpstreamRequest(
        String target,
        ExpectedContent expected,
        @Nullable Secret key,
        @Nullable Secret body) {

    public static UpstreamRequest json(String target) {
        return new UpstreamRequest(target, ExpectedContent.JSON, null, null);
    }

    public static UpstreamRequest image(String target) {
        return new UpstreamRequest(target, ExpectedContent.IMAGE, null, null);
    }

    public UpstreamRequest with(Secret bearer) {
        return new UpstreamRequest(target, expected, bearer, body);
    }

    /// The body is a secret, since what is sent is a key to sign in with.
    public UpstreamRequest sending(Secret json) {
        return new UpstreamRequest(target, expected, key, json);
    }

    /// The expected kind of response and its maximum size, compressed and decompressed.
    public enum ExpectedContent {
        JSON("application/json", 5 * 1024 * 1024),
        IMAGE("image/*", 10 * 1024 * 1024);

        private final String type;
        private final int max;

        ExpectedContent(String type, int max) {
            this.type = type;
            this.max = max;
        }

        String type() {
            return type;
        }

        int most() {
            return max;
        }
    }
}
