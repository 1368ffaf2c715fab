package dev.spoolmark.app;

import dev.spoolmark.wire.Dialect;
import dev.spoolmark.wire.Json;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Request;
import dev.spoolmark.wire.Urgency;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// The few addresses that belong to no dialect: a page that says what this is, and whether the server is well.
final class HousePages implements Dialect {

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Health health;

    HousePages(Health health) {
        this.health = health;
    }

    @Override
    public boolean crossOrigin() {
        return false;
    }

    @Override
    public boolean speaks(String rawPath) {
        return rawPath.equals("/") || rawPath.equals("/health") || rawPath.equals("/ready");
    }

    /// Who watches over the server must not take one that is busy for one that is dead.
    @Override
    public Urgency urgency(String verb, String rawPath) {
        return rawPath.equals("/") ? Urgency.OTHER : Urgency.KEEPING;
    }

    @Override
    public Reply answer(Request request) {
        Reply reply = request.rawPath().equals("/") ? page() : health(request);
        return reply.with(new Reply.Trace(request.rawPath(), null, null));
    }

    private static Reply page() {
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
                """, Release.version());
        return Reply.of(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    /// Waiting for the store takes no permit from those who have work for it.
    private Reply health(Request request) {
        return request.aside(health::problem)
                .map(reason -> Reply.of(503, Json.CONTENT_TYPE, Json.bytes(new Unhealthy("failure", reason)))
                        .with("Retry-After", Reply.seconds(RETRY)))
                .orElseGet(() -> Reply.of(200, Json.CONTENT_TYPE, Json.bytes(Map.of("status", "ok"))));
    }

    private record Unhealthy(String status, String error) {}
}
