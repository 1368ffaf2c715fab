package dev.spoolmark.api.docs;

import dev.spoolmark.core.HtmlEntities;
import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.RequestHandler;
import dev.spoolmark.http.RequestHead;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The server's description of itself: `/api-docs` for all methods, `/api-docs/rate/episodes` for one, and
/// `/api-docs/openapi.json` for programs.
public final class ApiDocs implements RequestHandler {

    private static final String PLACE = "/api-docs";
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final List<ApiMethod<?>> table;
    private final String version;
    private @Nullable DocsSite book;

    public ApiDocs(List<ApiMethod<?>> table, String version) {
        this.table = List.copyOf(table);
        this.version = version;
    }

    @Override
    public boolean matches(RequestHead head) {
        return head.rawPath().equals(PLACE) || head.rawPath().startsWith(PLACE + "/");
    }

    @Override
    public Route route(RequestHead head) {
        return this::handle;
    }

    private Response handle(ServerRequest request) {
        Response response = request.isGet()
                ? document(request)
                : page(405, "Only for reading").with("Allow", "GET, HEAD");
        return response.with("Content-Security-Policy", POLICY).with(new Response.AccessLogFields(PLACE, null, null));
    }

    private Response document(ServerRequest request) {
        Optional<DocsSite.DocsPage> found = book().find(name(request.rawPath()));
        return found.map(document -> Response.of(200, document.contentType(), text(document, request.base())))
                .orElseGet(() -> page(404, "No method has this name"));
    }

    /// What follows `/api-docs/`, with or without a slash at its end.
    private static String name(String rawPath) {
        String name = rawPath.substring(PLACE.length());
        return name.replaceFirst("^/", "").replaceFirst("/$", "");
    }

    private static byte[] text(DocsSite.DocsPage document, String base) {
        return document.text().replace(Example.HOST, HtmlEntities.encode(base)).getBytes(StandardCharsets.UTF_8);
    }

    private static Response page(int status, String title) {
        String text = HtmlBuilder.page(title).link("p", PLACE, "All methods").end();
        return Response.of(status, "text/html; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /// Made by the first who asks, so that the start does not wait for it.
    private synchronized DocsSite book() {
        if (book == null) {
            book = new DocsSite(table, version);
        }
        return book;
    }
}
