package dev.spoolmark.http;

import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.response.ResponseWriter;

/// One request and its response: runs the route, sends the response, and replaces it by an error response when it
/// fails before anything of it was sent.
final class Exchange {

    /// The status in the access log of a response that its client did not read to the end; never sent.
    private static final int CLIENT_CLOSED_REQUEST = 499;

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
        Rendered sent = rendered.complete ? complete(rendered) : rendered;
        if (!sent.complete) {
            writer.abandon();
        } else if (sent.closing) {
            ConnectionPolicy.drainBeforeClose(request);
        }
        return new Outcome(sent.status, writer.bytes(), sent.trace, sent.complete && !sent.closing);
    }

    /// @param complete whether nothing is missing so far
    private record Rendered(int status, Response.AccessLogFields trace, boolean complete, boolean closing) {

        Rendered broken(int because) {
            return new Rendered(because, trace, false, true);
        }
    }

    private Rendered render() {
        Response response = handle();
        boolean closing = ConnectionPolicy.countAndCheckClose(request);
        Rendered committed = new Rendered(response.status(), response.trace(), true, closing);
        try {
            writer.render(response, fields(closing));
            return committed;
        } catch (Throwable error) {
            return recover(committed, error);
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

    private Rendered recover(Rendered committed, Throwable error) {
        if (isClientDisconnected(error)) {
            return committed.broken(CLIENT_CLOSED_REQUEST);
        }
        Response instead = ThrowableFormatter.find(error, ProblemException.class)
                .map(rejected -> selected.handler().error(rejected.problem()))
                .orElseGet(() -> internalError(error));
        if (writer.isCommitted()) {
            return committed.broken(instead.status());
        }
        try {
            writer.render(instead, fields(committed.closing));
            return new Rendered(instead.status(), committed.trace, true, committed.closing);
        } catch (ResponseWriter.ClientDisconnectedException e) {
            return committed.broken(CLIENT_CLOSED_REQUEST);
        } catch (Throwable again) {
            return committed.broken(internalError(again).status());
        }
    }

    private static boolean isClientDisconnected(Throwable error) {
        return ThrowableFormatter.find(error, ResponseWriter.ClientDisconnectedException.class)
                .isPresent();
    }

    private Rendered complete(Rendered rendered) {
        try {
            writer.complete();
            return rendered;
        } catch (ResponseWriter.ClientDisconnectedException e) {
            return rendered.broken(CLIENT_CLOSED_REQUEST);
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
        return selected.handler().error(InternalErrors.log(request.id(), error));
    }
}
