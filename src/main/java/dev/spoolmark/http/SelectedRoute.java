package dev.spoolmark.http;

import dev.spoolmark.core.Problem;
import java.util.List;

/// The handler and the route of one request. They are selected once, before admission.
record SelectedRoute(RequestHandler handler, RequestHandler.Route route) {

    /// What responds where no handler matches.
    private static final RequestHandler UNMATCHED = new RequestHandler() {

        @Override
        public boolean matches(RequestHead head) {
            return true;
        }

        @Override
        public Route route(RequestHead head) {
            return request -> error(new Problem.NotFound("path"));
        }
    };

    /// Selects the first handler that matches, and its route.
    static SelectedRoute of(List<RequestHandler> handlers, RequestHead head) {
        RequestHandler handler = handler(handlers, head);
        if (head.method().equals("OPTIONS") && handler.cors().allowsOtherOrigins()) {
            return new SelectedRoute(handler, request -> handler.cors().preflight());
        }
        try {
            return new SelectedRoute(handler, handler.route(head));
        } catch (RuntimeException fault) {
            return new SelectedRoute(handler, request -> {
                throw fault;
            });
        }
    }

    /// The route of a request that is rejected: the handler only renders the problem.
    static SelectedRoute rejected(List<RequestHandler> handlers, RequestHead head, Problem problem) {
        return rejected(handler(handlers, head), problem);
    }

    SelectedRoute reject(Problem problem) {
        return rejected(handler, problem);
    }

    private static SelectedRoute rejected(RequestHandler handler, Problem problem) {
        return new SelectedRoute(handler, request -> handler.error(problem));
    }

    private static RequestHandler handler(List<RequestHandler> handlers, RequestHead head) {
        for (RequestHandler handler : handlers) {
            if (handler.matches(head)) {
                return handler;
            }
        }
        return UNMATCHED;
    }

    RequestPriority priority() {
        return route.priority();
    }
}
