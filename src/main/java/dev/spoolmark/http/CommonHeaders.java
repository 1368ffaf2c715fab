package dev.spoolmark.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields that every answer carries, whoever gave it (`docs/security.md#header-fields`).
final class CommonHeaders {

    private static final Map<String, String> PREFLIGHT = Map.of(
            "Access-Control-Allow-Methods", "GET, POST, HEAD, OPTIONS",
            "Access-Control-Allow-Headers", "Authorization, Content-Type",
            "Access-Control-Max-Age", "86400");

    private final List<String> origins;
    private final ResponseHeaders ownPages;
    private final ResponseHeaders everyPage;

    CommonHeaders(List<String> origins, @Nullable URI publicUrl) {
        this.origins = origins;
        ResponseHeaders everywhere = everywhere(publicUrl != null && "https".equals(publicUrl.getScheme()));
        ownPages = everywhere.copy().put("Cross-Origin-Resource-Policy", "same-origin");
        everyPage = everywhere.copy().put("Cross-Origin-Resource-Policy", "cross-origin");
        if (origins.contains("*")) {
            everyPage.put("Access-Control-Allow-Origin", "*");
        } else {
            everyPage.put("Vary", "Origin");
        }
    }

    private static ResponseHeaders everywhere(boolean secure) {
        ResponseHeaders header = new ResponseHeaders()
                .put("X-Content-Type-Options", "nosniff")
                .put("Referrer-Policy", "no-referrer")
                .put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .put("Cache-Control", "no-store");
        return secure ? header.put("Strict-Transport-Security", "max-age=31536000") : header;
    }

    /// What goes with an answer before the answer's own fields.
    ///
    /// @param crossOrigin whether pages of other origins may read it
    /// @param origin where the calling page is from, when a browser said so
    ResponseHeaders answering(boolean crossOrigin, Optional<String> origin) {
        ResponseHeaders header = (crossOrigin ? everyPage : ownPages).copy();
        if (crossOrigin && origin.isPresent() && origins.contains(origin.get())) {
            header.put("Access-Control-Allow-Origin", origin.get());
        }
        return header;
    }

    /// The answer to a browser that asks whether it may call.
    static Response preflight() {
        return Response.empty(204, PREFLIGHT);
    }
}
