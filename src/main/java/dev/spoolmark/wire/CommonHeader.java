package dev.spoolmark.wire;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields that every answer carries, whoever gave it (security design, section 6).
final class CommonHeader {

    private static final Map<String, String> PREFLIGHT = Map.of(
            "Access-Control-Allow-Methods", "GET, POST, HEAD, OPTIONS",
            "Access-Control-Allow-Headers", "Authorization, Content-Type",
            "Access-Control-Max-Age", "86400");

    private final List<String> origins;
    private final boolean secure;

    CommonHeader(List<String> origins, @Nullable URI publicUrl) {
        this.origins = origins;
        this.secure = publicUrl != null && "https".equals(publicUrl.getScheme());
    }

    /// What goes with an answer to anyone, before the answer's own fields.
    Map<String, String> everywhere() {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("X-Content-Type-Options", "nosniff");
        header.put("Referrer-Policy", "no-referrer");
        header.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        header.put("Cache-Control", "no-store");
        if (secure) {
            header.put("Strict-Transport-Security", "max-age=31536000");
        }
        return header;
    }

    /// The same, with what an API lets pages of other origins do.
    ///
    /// @param origin where the calling page is from, when a browser said so
    Map<String, String> answering(boolean crossOrigin, Optional<String> origin) {
        Map<String, String> header = everywhere();
        header.put("Cross-Origin-Resource-Policy", crossOrigin ? "cross-origin" : "same-origin");
        if (crossOrigin) {
            allow(origin, header);
        }
        return header;
    }

    /// The answer to a browser that asks whether it may call.
    static Reply preflight() {
        return Reply.empty(204, PREFLIGHT);
    }

    private void allow(Optional<String> origin, Map<String, String> header) {
        if (origins.contains("*")) {
            header.put("Access-Control-Allow-Origin", "*");
            return;
        }
        header.put("Vary", "Origin");
        origin.filter(origins::contains).ifPresent(known -> header.put("Access-Control-Allow-Origin", known));
    }
}
