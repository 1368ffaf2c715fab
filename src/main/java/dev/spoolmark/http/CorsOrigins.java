package dev.spoolmark.http;

import java.util.List;
import java.util.Optional;

/// The origins whose pages may read responses of handlers with a [CorsPolicy], as the operator configured them.
final class CorsOrigins {

    private final List<String> allowed;
    private final ResponseHeaders sameOrigin;
    private final ResponseHeaders crossOrigin;

    /// @param allowed origins; `*` is any
    /// @param common the fields of every response
    CorsOrigins(List<String> allowed, ResponseHeaders common) {
        this.allowed = List.copyOf(allowed);
        sameOrigin = common.copy().put("Cross-Origin-Resource-Policy", "same-origin");
        crossOrigin = common.copy().put("Cross-Origin-Resource-Policy", "cross-origin");
        if (allowed.contains("*")) {
            crossOrigin.put("Access-Control-Allow-Origin", "*");
        } else {
            crossOrigin.put("Vary", "Origin");
        }
    }

    /// The common fields of a response; the fields of the response itself replace them.
    ///
    /// @param readable whether pages of other origins may read the response
    /// @param origin the `Origin` of the request
    ResponseHeaders fields(boolean readable, Optional<String> origin) {
        ResponseHeaders header = (readable ? crossOrigin : sameOrigin).copy();
        if (readable && origin.isPresent() && allowed.contains(origin.get())) {
            header.put("Access-Control-Allow-Origin", origin.get());
        }
        return header;
    }
}
