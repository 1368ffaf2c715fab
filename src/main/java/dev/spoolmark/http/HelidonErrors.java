package dev.spoolmark.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.util.regex.Pattern;

/// Renders the errors that Helidon finds by itself, such as a request line that it cannot parse.
final class HelidonErrors {

    /// How Helidon shows a request line that ends with a version that it does not support.
    private static final Pattern OTHER_VERSION = Pattern.compile("\\S+ \\S+ HTTP/[0-9](\\.[0-9])?/?");

    private final RequestPipeline pipeline;

    HelidonErrors(RequestPipeline pipeline) {
        this.pipeline = pipeline;
    }

    void addTo(DirectHandlers.Builder handlers) {
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, this::render);
        }
    }

    private DirectHandler.TransportResponse render(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType type,
            Status status,
            ServerResponseHeaders unused,
            String message) {
        Status sent = isUnread(status) ? unread() : status;
        if (OTHER_VERSION.matcher(request.protocolVersion()).matches()) {
            sent = Status.HTTP_VERSION_NOT_SUPPORTED_505;
        }
        var response = DirectHandler.TransportResponse.builder().status(sent).keepAlive(false);
        pipeline.transportErrorFields().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        if (sent.code() == Status.SERVICE_UNAVAILABLE_503.code()) {
            response.header(HeaderNames.RETRY_AFTER, Response.retryAfterSeconds(HttpLimits.RESTART_RETRY));
        }
        return response.entity(ErrorResponse.body(message(sent.code()))).build();
    }

    /// Helidon interrupts its connections when it stops: then the client is not at fault and may repeat the
    /// request.
    private Status unread() {
        return pipeline.isStopping() ? Status.SERVICE_UNAVAILABLE_503 : Status.BAD_REQUEST_400;
    }

    /// Helidon reports a truncated header, and a method with invalid characters, as a failure of its own.
    private static boolean isUnread(Status status) {
        return status.code() == Status.INTERNAL_SERVER_ERROR_500.code()
                && HelidonConnections.CONNECTION.isBound()
                && !HelidonConnections.CONNECTION.get().isWorking();
    }

    private static String message(int status) {
        return switch (status) {
            case 413 -> "request is too large";
            case 414 -> "request line is too long";
            case 501 -> "that transfer encoding is not supported";
            case 503 -> "server is stopping";
            case 505 -> "only HTTP/1.1 and HTTP/1.0 are supported";
            default -> status < 500 ? "request cannot be read" : "something went wrong on our side";
        };
    }
}
