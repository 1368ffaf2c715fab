package dev.spoolmark.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The security fields of every response (`docs/security.md#header-fields`).
final class SecurityHeaders {

    private SecurityHeaders() {}

    /// @param publicUrl where clients reach the server, if the operator configured it
    static ResponseHeaders of(@Nullable URI publicUrl) {
        ResponseHeaders header = new ResponseHeaders()
                .put("X-Content-Type-Options", "nosniff")
                .put("Referrer-Policy", "no-referrer")
                .put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .put("Cache-Control", "no-store");
        boolean secure = publicUrl != null && "https".equals(publicUrl.getScheme());
        return secure ? header.put("Strict-Transport-Security", "max-age=31536000") : header;
    }
}
