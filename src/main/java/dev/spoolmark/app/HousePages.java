package dev.spoolmark.app;

import dev.spoolmark.store.Database;
import dev.spoolmark.store.ReadBudget;
import dev.spoolmark.wire.Dialect;
import dev.spoolmark.wire.Json;
import dev.spoolmark.wire.Limits;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Request;
import dev.spoolmark.wire.Urgency;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/// The few addresses that belong to no dialect: a page that says what this is, and whether the server is well.
final class HousePages implements Dialect {

    private static final System.Logger LOG = System.getLogger(HousePages.class.getName());

    private final Database database;

    HousePages(Database database) {
        this.database = database;
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
        Reply reply = request.rawPath().equals("/") ? page() : health();
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

    private Reply health() {
        return isWell()
                ? Reply.of(200, Json.CONTENT_TYPE, Json.bytes(Map.of("status", "ok")))
                : Reply.of(503, Json.CONTENT_TYPE, Json.bytes(Map.of("status", "failure")));
    }

    private boolean isWell() {
        try {
            return ReadBudget.within(
                    Limits.READ_TIME,
                    () -> database.read(
                            tx -> tx.first("SELECT 1", row -> row.number(1)).isPresent()));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the store does not answer", e);
            return false;
        }
    }
}
