package dev.spoolmark.web;

import dev.spoolmark.http.Response;
import dev.spoolmark.web.text.Texts;
import java.util.Map;

/// The header fields of pages (`docs/security.md#header-fields`).
final class PageHeaders {

    /// Nothing inline, nothing from other hosts. Forms may only be sent to this server.
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
            + " manifest-src 'self'; worker-src 'self'";

    private static final String NO_FEATURES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private PageHeaders() {}

    static Response of(Response page, Texts text) {
        return common(page).with("Content-Language", text.languageTag());
    }

    /// 303: the browser follows with GET.
    static Response redirect(String address) {
        return common(Response.empty(303, Map.of())).with("Location", address);
    }

    private static Response common(Response response) {
        return response.with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "same-origin")
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .with("Permissions-Policy", NO_FEATURES)
                .with("X-Robots-Tag", "noindex");
    }
}
