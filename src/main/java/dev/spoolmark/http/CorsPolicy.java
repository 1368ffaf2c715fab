package dev.spoolmark.http;

import java.util.List;

/// What pages of other origins may send to a handler, and that they may read its responses. Never with credentials
/// that the browser stores (`docs/security.md#header-fields`).
///
/// @param methods HTTP methods for `Access-Control-Allow-Methods`
/// @param requestHeaders field names for `Access-Control-Allow-Headers`
public record CorsPolicy(List<String> methods, List<String> requestHeaders) {

    /// Pages of other origins may call nothing and read nothing.
    public static final CorsPolicy NONE = new CorsPolicy(List.of(), List.of());

    public CorsPolicy {
        methods = List.copyOf(methods);
        requestHeaders = List.copyOf(requestHeaders);
    }

    boolean allowsOtherOrigins() {
        return !methods.isEmpty();
    }

    /// The response to a CORS preflight request.
    Response preflight() {
        return Response.empty(204)
                .with("Access-Control-Allow-Methods", String.join(", ", methods))
                .with("Access-Control-Allow-Headers", String.join(", ", requestHeaders))
                .with("Access-Control-Max-Age", "86400");
    }
}
