package dev.spoolmark.app;

import dev.spoolmark.http.RequestHandler;
import dev.spoolmark.http.RequestHead;
import dev.spoolmark.http.RequestPriority;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.http.json.Json;
import java.time.Duration;
import java.util.Map;

/// The health of the server at `/health` and `/ready`.
final class HealthHandler implements RequestHandler {

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final HealthCheck health;

    HealthHandler(HealthCheck health) {
        this.health = health;
    }

    @Override
    public boolean matches(RequestHead head) {
        String path = head.rawPath();
        return path.equals("/health") || path.equals("/ready");
    }

    @Override
    public Route route(RequestHead head) {
        return new HealthRoute();
    }

    private static Response logged(ServerRequest request, Response response) {
        return response.with(new Response.AccessLogFields(request.rawPath(), null, null));
    }

    /// Goes first under load: a monitor must not take a busy server for a dead one.
    private final class HealthRoute implements Route {

        @Override
        public RequestPriority priority() {
            return RequestPriority.CRITICAL_WRITE;
        }

        @Override
        public Response handle(ServerRequest request) {
            return logged(request, health(request));
        }
    }

    /// The check waits for the database without the permit of the request.
    private Response health(ServerRequest request) {
        return request.runBlocking(health::problem)
                .map(reason -> Response.of(503, Json.CONTENT_TYPE, Json.bytes(new Unhealthy("failure", reason)))
                        .with("Retry-After", Response.retryAfterSeconds(RETRY)))
                .orElseGet(() -> Response.of(200, Json.CONTENT_TYPE, Json.bytes(Map.of("status", "ok"))));
    }

    private record Unhealthy(String status, String error) {}
}
