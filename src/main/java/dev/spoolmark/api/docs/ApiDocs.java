package dev.spoolmark.api.docs;

import dev.spoolmark.wire.Dialect;
import dev.spoolmark.wire.Method;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The server's description of itself: `/api-docs` for all methods, `/api-docs/rate/episodes` for one, and
/// `/api-docs/openapi.json` for programs.
public final class ApiDocs implements Dialect {

    private static final String PLACE = "/api-docs";
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final List<Method<?>> table;
    private final String version;
    private @Nullable Book book;

    public ApiDocs(List<Method<?>> table, String version) {
        this.table = List.copyOf(table);
        this.version = version;
    }

    @Override
    public boolean crossOrigin() {
        return false;
    }

    @Override
    public boolean speaks(String rawPath) {
        return rawPath.equals(PLACE) || rawPath.startsWith(PLACE + "/");
    }

    @Override
    public Reply answer(Request request) {
        Reply reply = request.verb().equals("GET")
                ? document(request)
                : page(405, "Only for reading").with("Allow", "GET, HEAD");
        return reply.with("Content-Security-Policy", POLICY).with(new Reply.Trace(PLACE, null, null));
    }

    private Reply document(Request request) {
        Optional<Book.Document> found = book().find(name(request.rawPath()));
        return found.map(document -> Reply.of(200, document.contentType(), text(document, request.base())))
                .orElseGet(() -> page(404, "No method has this name"));
    }

    /// What follows `/api-docs/`, with or without a slash at its end.
    private static String name(String rawPath) {
        String name = rawPath.substring(PLACE.length());
        return name.replaceFirst("^/", "").replaceFirst("/$", "");
    }

    private static byte[] text(Book.Document document, String base) {
        return document.text().replace(Example.HOST, Html.escaped(base)).getBytes(StandardCharsets.UTF_8);
    }

    private static Reply page(int status, String title) {
        String text = Html.page(title).link("p", PLACE, "All methods").end();
        return Reply.of(status, "text/html; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /// Made by the first who asks, so that the start does not wait for it.
    private synchronized Book book() {
        if (book == null) {
            book = new Book(table, version);
        }
        return book;
    }
}
