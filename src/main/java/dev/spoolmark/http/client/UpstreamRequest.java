package dev.spoolmark.http.client;

import dev.spoolmark.core.Secret;
import org.jspecify.annotations.Nullable;

/// An outgoing request.
///
/// @param target a path at the source, or a complete URL from one of its responses
/// @param key sent only to the main host of the source (`docs/security.md#sec-f6`)
/// @param body JSON to send; absent for a GET request
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

    /// The body is a secret, since it contains a key for sign-in.
    public UpstreamRequest withBody(Secret json) {
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

        int maxBytes() {
            return max;
        }
    }
}
