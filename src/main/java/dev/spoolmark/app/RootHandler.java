package dev.spoolmark.app;

import dev.spoolmark.http.Request;
import dev.spoolmark.http.RequestHandler;
import dev.spoolmark.http.RequestPriority;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// The few addresses that belong to no dialect: a page that says what this is, and whether the server is well.
final class RootHandler implements RequestHandler {

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final HealthCheck health;

    RootHandler(HealthCheck health) {
        this.health = health;
    }

    @Override
    public boolean allowsCors() {
        return false;
    }

    @Override
    public boolean matches(String rawPath) {
        return rawPath.equals("/") || rawPath.equals("/health") || rawPath.equals("/ready");
    }

    /// Who watches over the server must not take one that is busy for one that is dead.
    @Override
    public RequestPriority urgency(String verb, String rawPath) {
        return rawPath.equals("/") ? RequestPriority.BEST_EFFORT : RequestPriority.CRITICAL_WRITE;
    }

    @Override
    public Response handle(Request request) {
        Response response = request.rawPath().equals("/") ? page() : health(request);
        return response.with(new Response.AccessLogFields(request.rawPath(), null, null));
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

    /// Waiting for the store takes no permit from those who have work for it.
    private Response health(Request request) {
        return request.runBlocking(health::problem)
                .map(reason -> Response.of(503, Json.CONTENT_TYPE, Json.bytes(new Unhealthy("failure", reason)))
                        .with("Retry-After", Response.retryAfterSeconds(RETRY)))
                .orElseGet(() -> Response.of(200, Json.CONTENT_TYPE, Json.bytes(Map.of("status", "ok"))));
    }

    private record Unhealthy(String status, String error) {}
}
