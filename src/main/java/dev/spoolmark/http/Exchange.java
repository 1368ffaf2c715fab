package dev.spoolmark.http;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.response.ResponseWriter;

/// One request and its response: runs the route, sends the response, and replaces it by an error response when it
/// fails before anything of it was sent.
final class Exchange {

    private static final System.Logger LOG = System.getLogger(HttpServer.class.getName());

    /// The status in the access log of a response that its client did not read to the end; never sent.
    private static final int CLIENT_GONE = 499;

    private final ReceivedRequest request;
    private final SelectedRoute selected;
    private final ResponseWriter writer;
    private final CorsOrigins origins;

    Exchange(ReceivedRequest request, SelectedRoute selected, ResponseWriter writer, CorsOrigins origins) {
        this.request = request;
        this.selected = selected;
        this.writer = writer;
        this.origins = origins;
    }

    /// What became of a response.
    ///
    /// @param status as sent, or why the client did not get the whole response
    /// @param bytes length of the body as sent
    /// @param reusable whether the connection can carry another request
    record Outcome(int status, long bytes, Response.AccessLogFields trace, boolean reusable) {}

    /// The response is garbage while the client is waited for: it may hold much that only its rendering needed.
    Outcome run() {
        Rendered rendered = render();
        Rendered sent = rendered.whole ? complete(rendered) : rendered;
        if (!sent.whole) {
            writer.abandon();
        } else if (sent.closing) {
            ConnectionPolicy.drainBeforeClose(request);
        }
        return new Outcome(sent.status, writer.bytes(), sent.trace, sent.whole && !sent.closing);
    }

    /// @param whole whether nothing is missing so far
    private record Rendered(int status, Response.AccessLogFields trace, boolean whole, boolean closing) {

        Rendered broken(int because) {
            return new Rendered(because, trace, false, true);
        }
    }

    private Rendered render() {
        Response response = handle();
        boolean closing = ConnectionPolicy.countAndCheckClose(request);
        Rendered begun = new Rendered(response.status(), response.trace(), true, closing);
        try {
            writer.render(response, fields(closing));
            return begun;
        } catch (Throwable error) {
            return recover(begun, error);
        }
    }

    private Response handle() {
        try {
            return selected.route().handle(request);
        } catch (ProblemException rejected) {
            return selected.handler().error(rejected.problem());
        } catch (Throwable error) {
            return internalError(error);
        }
    }

    private Rendered recover(Rendered begun, Throwable error) {
        if (isClientGone(error)) {
            return begun.broken(CLIENT_GONE);
        }
        Response instead = ThrowableFormatter.find(error, ProblemException.class)
                .map(rejected -> selected.handler().error(rejected.problem()))
                .orElseGet(() -> internalError(error));
        if (writer.isCommitted()) {
            return begun.broken(instead.status());
        }
        try {
            writer.render(instead, fields(begun.closing));
            return new Rendered(instead.status(), begun.trace, true, begun.closing);
        } catch (ResponseWriter.ClientGoneException gone) {
            return begun.broken(CLIENT_GONE);
        } catch (Throwable again) {
            return begun.broken(internalError(again).status());
        }
    }

    private static boolean isClientGone(Throwable error) {
        return ThrowableFormatter.find(error, ResponseWriter.ClientGoneException.class)
                .isPresent();
    }

    private Rendered complete(Rendered rendered) {
        try {
            writer.complete();
            return rendered;
        } catch (ResponseWriter.ClientGoneException gone) {
            return rendered.broken(CLIENT_GONE);
        } catch (Throwable error) {
            return rendered.broken(internalError(error).status());
        }
    }

    private ResponseHeaders fields(boolean closing) {
        boolean readable = selected.handler().cors().allowsOtherOrigins();
        ResponseHeaders header = origins.fields(readable, request.header("Origin"));
        header.put("X-Request-Id", request.id());
        if (closing) {
            header.put("Connection", "close");
        }
        return header;
    }

    private Response internalError(Throwable error) {
        LOG.log(
                System.Logger.Level.ERROR,
                () -> "request " + request.id() + " failed: " + ThrowableFormatter.format(error));
        return selected.handler().error(new Problem.Internal(request.id()));
    }
}
