package dev.spoolmark.web;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.RequestHandler;
import dev.spoolmark.http.RequestHead;
import dev.spoolmark.http.RequestPriority;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.http.TemplateRouter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The pages of the server and their assets.
///
/// A request belongs to it when its path is one of a page, whatever its HTTP method: no path of an API is.
public final class WebHandler implements RequestHandler {

    private final TemplateRouter<PageRoute> router;
    private final Set<String> firstSegments = new HashSet<>();
    private final PageRequests requests;
    private final AssetResponses assets;

    public WebHandler(List<PageRoute> routes, PageRequests requests, Site site) {
        router = new TemplateRouter<>(routes);
        routes.forEach(route -> firstSegments.add(firstSegment(route.path())));
        this.requests = requests;
        assets = new AssetResponses(site.links());
    }

    @Override
    public boolean matches(RequestHead head) {
        String path = head.rawPath();
        return assets.isAsset(path) || (firstSegments.contains(firstSegment(path)) && router.hasPath(path));
    }

    @Override
    public Route route(RequestHead head) {
        if (assets.isAsset(head.rawPath())) {
            return assets::respond;
        }
        try {
            return new PageMatch(router.find(head));
        } catch (ProblemException problem) {
            return head.method().equals("OPTIONS") && problem.problem() instanceof Problem.MethodNotAllowed(var allowed)
                    ? request -> options(allowed)
                    : request -> ErrorPages.page(requests.plain(request), problem.problem());
        }
    }

    /// Load balancers ask `OPTIONS /` whether a server is up (RFC 9110, 9.3.7).
    private static Response options(List<String> allowed) {
        return Response.empty(204).with("Allow", String.join(", ", allowed) + ", OPTIONS");
    }

    @Override
    public Response error(Problem problem) {
        return ErrorPages.withoutRequest(problem);
    }

    /// The first segment of a path, empty for `/`.
    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(1, end < 0 ? path.length() : end);
    }

    private final class PageMatch implements Route {

        private final TemplateRouter.Match<PageRoute> match;

        PageMatch(TemplateRouter.Match<PageRoute> match) {
            this.match = match;
        }

        @Override
        public RequestPriority priority() {
            return match.target().priority();
        }

        @Override
        public Response handle(ServerRequest request) {
            return respond(request)
                    .with(new Response.AccessLogFields(match.target().path(), null, null));
        }

        private Response respond(ServerRequest request) {
            PageRequest page;
            try {
                page = requests.open(request, match);
            } catch (ProblemException rejected) {
                return ErrorPages.page(requests.plain(request), rejected.problem());
            }
            try {
                return requests.requiredStep(page, match.target())
                        .orElse(match.target().handler())
                        .handle(page);
            } catch (ProblemException problem) {
                return ErrorPages.page(page, problem.problem());
            }
        }
    }
}
