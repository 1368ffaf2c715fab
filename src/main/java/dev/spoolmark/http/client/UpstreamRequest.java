package dev.spoolmark.http.client;

import dev.spoolmark.core.Secret;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// An outgoing request.
///
/// @param target a path at the source, or a complete URL from one of its responses
/// @param authorization the `Authorization` field, sent only to the main host of the source
///     (`docs/security.md#sec-f6`)
/// @param body what is sent; absent for a GET request
/// @param bodyType the media type of the body
public record UpstreamRequest(
        String target,
        ExpectedContent expected,
        @Nullable Secret authorization,
        @Nullable Secret body,
        String bodyType) {

    private static final String JSON = "application/json";

    public static UpstreamRequest json(String target) {
        return new UpstreamRequest(target, ExpectedContent.JSON, null, null, JSON);
    }

    public static UpstreamRequest image(String target) {
        return new UpstreamRequest(target, ExpectedContent.IMAGE, null, null, JSON);
    }

    /// A small JSON document.
    public static UpstreamRequest document(String target) {
        return new UpstreamRequest(target, ExpectedContent.DOCUMENT, null, null, JSON);
    }

    public UpstreamRequest with(Secret bearer) {
        return withAuthorization("Bearer " + bearer.revealText());
    }

    /// HTTP Basic authentication (RFC 7617).
    ///
    /// @param credentials name and password, separated by a colon
    public UpstreamRequest withBasic(Secret credentials) {
        return withAuthorization("Basic " + Base64.getEncoder().encodeToString(credentials.reveal()));
    }

    private UpstreamRequest withAuthorization(String value) {
        return new UpstreamRequest(target, expected, Secret.ofText(value), body, bodyType);
    }

    /// The body is a secret, since it contains a key for sign-in.
    public UpstreamRequest withBody(Secret json) {
        return new UpstreamRequest(target, expected, authorization, json, JSON);
    }

    /// A form, which is a secret too.
    public UpstreamRequest withForm(Secret form) {
        return new UpstreamRequest(target, expected, authorization, form, "application/x-www-form-urlencoded");
    }

    /// The expected kind of response and its maximum size, compressed and decompressed.
    public enum ExpectedContent {
        JSON("application/json", 5 * 1024 * 1024),
        DOCUMENT("application/json", 256 * 1024),
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
