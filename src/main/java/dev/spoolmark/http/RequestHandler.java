package dev.spoolmark.http;

import dev.spoolmark.core.Problem;

/// One API or set of pages of the server. It translates between HTTP and the features and contains no domain
/// rules.
///
/// For each request the server selects the first handler that matches and calls its [#route] once.
public interface RequestHandler {

    /// Whether requests with this head belong to this handler. A CORS preflight has to match as well: it has the
    /// method OPTIONS and names the fields of the request to come in `Access-Control-Request-Headers`.
    boolean matches(RequestHead head);

    /// The route of a request that matches. It never fails: a request that no method is found for gets a route that
    /// responds so.
    Route route(RequestHead head);

    /// The response to a request that the server rejects or that fails: the handler's own error body.
    default Response error(Problem problem) {
        return ErrorResponse.of(problem);
    }

    /// What pages of other origins may send to this handler.
    default CorsPolicy cors() {
        return CorsPolicy.NONE;
    }

    /// What handles one request, found from its head.
    @FunctionalInterface
    interface Route {

        /// Handles the request. A [dev.spoolmark.core.ProblemException] becomes [RequestHandler#error]; any other
        /// exception is logged and becomes `Problem.Internal`.
        Response handle(ServerRequest request);

        /// Which requests go first under load. What will be rejected anyway has the lowest priority.
        default RequestPriority priority() {
            return RequestPriority.BEST_EFFORT;
        }
    }
}
