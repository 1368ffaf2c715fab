package dev.spoolmark.web;

import dev.spoolmark.http.ServerRequest;
import java.util.Optional;

/// Tells whether a form was sent by a page of this server, as browsers say (`docs/security.md#sec-o7`).
final class CrossSiteCheck {

    private CrossSiteCheck() {}

    /// Whether the browser says that the form comes from this server: by `Sec-Fetch-Site`, or by `Origin` where the
    /// browser is too old for it. A request with neither field is no form of a browser of the last ten years.
    static boolean isSameSite(ServerRequest request) {
        Optional<String> site = request.header("Sec-Fetch-Site");
        if (site.isPresent()) {
            return site.get().equals("same-origin") || site.get().equals("none");
        }
        return request.header("Origin")
                .filter(origin -> origin.equalsIgnoreCase(origin(request.base())))
                .isPresent();
    }

    /// Scheme and authority of an address.
    private static String origin(String base) {
        int path = base.indexOf('/', base.indexOf("://") + 3);
        return path < 0 ? base : base.substring(0, path);
    }
}
