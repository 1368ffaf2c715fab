package dev.spoolmark.http;

import dev.spoolmark.http.response.SocketResponseSink;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.Router;
import io.helidon.webserver.Routing;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpSecurity;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/// Passes every request to the pipeline instead of Helidon's own routing, which would answer 404 to a slash at
/// the end, to HEAD and to `%2F`. Responses bypass Helidon as well: it would end a streamed response only after
/// the connection was closed.
final class HelidonRouting implements HttpRouting, Router {

    private final HttpSecurity security = HttpSecurity.create();
    private final RequestPipeline pipeline;

    HelidonRouting(RequestPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public void route(ConnectionContext context, RoutingRequest request, RoutingResponse unused) {
        ClientConnection connection = HelidonConnections.CONNECTION.get();
        connection.startRequest();
        boolean reusable = receive(connection, request, HelidonConnections.SINK.get());
        connection.endRequest();
        if (!reusable) {
            throw new CloseConnectionException("nothing more is expected on this connection");
        }
        skipBody(request);
        if (context instanceof HelidonConnectionContext own) {
            own.endRequest();
        }
    }

    /// Helidon closes the connection after a failure, which would look like the end of a response.
    private boolean receive(ClientConnection connection, ServerRequest request, SocketResponseSink sink) {
        try {
            return pipeline.receive(
                    head(connection, request), () -> request.content().inputStream(), sink);
        } finally {
            sink.resetIncomplete();
        }
    }

    @Override
    public HttpSecurity security() {
        return security;
    }

    /// Helidon would add a routing of its own, and of the two take any.
    @Override
    public <T extends Routing> T routing(Class<T> type, T other) {
        return type.isInstance(this) ? type.cast(this) : other;
    }

    @Override
    public List<? extends Routing> routings() {
        return List.of(this);
    }

    @Override
    public void beforeStart() {}

    @Override
    public void afterStop() {}

    @Override
    public void afterStart(WebServer started) {}

    /// Reads the rest of a short body. Helidon would respond to a truncated body, after our own response.
    private static void skipBody(ServerRequest request) {
        try {
            if (request.content().hasEntity() && !request.content().consumed()) {
                request.content().consume();
            }
        } catch (RuntimeException cutOff) {
            throw new CloseConnectionException("the rest of the body did not come", cutOff);
        }
    }

    private ReceivedHead head(ClientConnection connection, ServerRequest request) {
        RequestHeaders header = new RequestHeaders();
        for (Header field : request.headers()) {
            if (field.valueCount() == 1) {
                header.add(field.headerName().lowerCase(), field.get());
            } else {
                field.allValues().forEach(value -> header.add(field.headerName().lowerCase(), value));
            }
        }
        HttpPrologue prologue = request.prologue();
        RequestTarget target = RequestTarget.of(prologue.uriPath().rawPath()).orElseThrow(HelidonRouting::badTarget);
        RequestHeaders headers = target.authority().map(header::withHost).orElse(header);
        return new ReceivedHead(
                connection,
                prologue.method().text(),
                pipeline.basePath().strip(target.path()),
                prologue.query().rawValue(),
                headers,
                pipeline.origin(connection, headers));
    }

    private static RequestException badTarget() {
        return RequestException.builder()
                .type(DirectHandler.EventType.BAD_REQUEST)
                .request(DirectHandler.TransportRequest.empty())
                .message("the target has none of the forms of RFC 9112")
                .build();
    }
}
