package dev.spoolmark.web;

import dev.spoolmark.core.HtmlEntities;
import dev.spoolmark.core.Problem;
import dev.spoolmark.http.ErrorResponse;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.text.Texts;
import java.nio.charset.StandardCharsets;

/// Pages that say why a request failed and what to do.
public final class ErrorPages {

    private ErrorPages() {}

    /// @param heading what happened
    /// @param advice what to do
    public record ErrorPage(Layout layout, int status, String heading, String advice) {}

    static Response page(PageRequest request, Problem problem) {
        int status = ErrorResponse.status(problem);
        String key = "error." + key(status);
        Texts text = request.text();
        ErrorPage page = new ErrorPage(
                request.layout(key + ".title"), status, text.get(key + ".title"), text.get(key + ".advice"));
        return ErrorResponse.withFields(problem, request.page(status, "page/error", page));
    }

    /// For requests that are rejected before their page is known. Plain, since the server may be overloaded.
    static Response withoutRequest(Problem problem) {
        String page = "<!doctype html><html lang=\"en\"><head><title>Spoolmark</title></head><body><h1>"
                + ErrorResponse.status(problem) + "</h1><p>" + HtmlEntities.encode(ErrorResponse.message(problem))
                + "</p></body></html>";
        Response response = Response.of(
                ErrorResponse.status(problem), "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
        return ErrorResponse.withFields(problem, response);
    }

    private static String key(int status) {
        return switch (status) {
            case 401 -> "sign_in";
            case 403 -> "not_allowed";
            case 404 -> "not_found";
            case 405 -> "method";
            case 413 -> "too_big";
            case 500 -> "internal";
            case 503 -> "unavailable";
            default -> "invalid";
        };
    }
}
