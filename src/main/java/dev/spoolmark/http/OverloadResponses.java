package dev.spoolmark.http;

import dev.spoolmark.core.Problem;
import dev.spoolmark.http.overload.PrerenderedResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The rendered 503 responses of the overload fast path, one for each handler.
final class OverloadResponses {

    private final CorsOrigins origins;
    private final Problem problem;
    private final Map<RequestHandler, PrerenderedResponse> rendered = new ConcurrentHashMap<>();

    OverloadResponses(CorsOrigins origins, Problem problem) {
        this.origins = origins;
        this.problem = problem;
    }

    byte[] response(RequestHandler handler, String requestId) {
        return rendered.computeIfAbsent(handler, this::render).response(requestId);
    }

    private PrerenderedResponse render(RequestHandler handler) {
        Response response = handler.error(problem);
        ResponseHeaders fields = origins.fields(handler.cors().allowsOtherOrigins(), Optional.empty());
        response.headers().forEach(fields::put);
        return new PrerenderedResponse(response.bytes(), fields.append("Vary", "Accept-Encoding"));
    }
}
