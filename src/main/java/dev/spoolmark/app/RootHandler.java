package dev.spoolmark.app;

import dev.spoolmark.http.RequestHandler;
import dev.spoolmark.http.RequestHead;
import dev.spoolmark.http.RequestPriority;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.http.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// Paths that belong to no API: a page about the server at `/`, and its health at `/health` and `/ready`.
final class RootHandler implements RequestHandler {

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final HealthCheck health;

    RootHandler(HealthCheck health) {
        this.health = health;
    }

    @Override
    public boolean matches(RequestHead head) {
        String path = head.rawPath();
        return path.equals("/") || path.equals("/health") || path.equals("/ready");
    }

    @Override
    public Route route(RequestHead head) {
        return head.rawPath().equals("/") ? request -> logged(request, page()) : new HealthRoute();
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

    private static Response page() {
        String page = String.format(Locale.ROOT, """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Spoolmark</title></head>
                <body>
                <h1>Spoolmark %s</h1>
                <p>A server that keeps what people watch. Players reach it under this very address.</p>
                <p><a href="/api-docs">All methods</a>, each with an example.</p>
                <p>The manual is in the folder <code>docs/manual</code>, beside the program.</p>
                <p>Facts about shows may come from <a href="https://www.tvmaze.com/">TVmaze</a> (CC BY-SA 4.0).</p>
                </body>
                </html>
                """, ProductVersion.version());
        return Response.of(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
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
