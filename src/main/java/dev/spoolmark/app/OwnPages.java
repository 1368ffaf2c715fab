package dev.spoolmark.app;

import dev.spoolmark.store.Database;
import dev.spoolmark.wire.Dialect;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The few pages of the server itself: whether it is well, and what it is.
final class OwnPages implements Dialect {

    private static final System.Logger LOG = System.getLogger(OwnPages.class.getName());
    private static final Set<String> PATHS = Set.of("/", "/health", "/ready");

    private final Database database;

    OwnPages(Database database) {
        this.database = database;
    }

    @Override
    public boolean speaks(String rawPath) {
        return PATHS.contains(rawPath);
    }

    @Override
    public Reply answer(Request request) {
        if (!request.verb().equals("GET")) {
            return json(405, "{\"status\":\"failure\",\"error\":\"method not allowed\"}").with("Allow", "GET, HEAD");
        }
        Reply reply = request.rawPath().equals("/") ? front() : health();
        return reply.with(new Reply.Trace(request.rawPath(), null, null));
    }

    private Reply health() {
        return isWell() ? json(200, "{\"status\":\"ok\"}") : json(503, "{\"status\":\"failure\"}");
    }

    private boolean isWell() {
        try {
            return database.read(tx -> tx.first("SELECT 1", row -> row.number(1)).isPresent());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the store does not answer", e);
            return false;
        }
    }

    private static Reply front() {
        String page = """
                <!doctype html>
                <html lang="en"><meta charset="utf-8"><title>Spoolmark</title>
                <h1>Spoolmark</h1>
                <p>Version %s. It keeps what you watch, and speaks the Trakt API v1.</p>
                <p>The manual is in docs/manual, beside the program.</p>
                <p>Facts about shows may come from <a href="https://www.tvmaze.com">TVmaze</a> (CC BY-SA).</p>
                </html>
                """.formatted(Release.version());
        return reply(200, "text/html; charset=utf-8", page);
    }

    private static Reply json(int status, String body) {
        return reply(status, "application/json; charset=utf-8", body);
    }

    private static Reply reply(int status, String contentType, String body) {
        return Reply.of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }
}
