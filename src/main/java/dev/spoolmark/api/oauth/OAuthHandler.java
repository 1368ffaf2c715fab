package dev.spoolmark.api.oauth;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.QueryTimeout;
import dev.spoolmark.http.CorsPolicy;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.RequestHandler;
import dev.spoolmark.http.RequestHead;
import dev.spoolmark.http.RequestPriority;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.oauth.OAuthException;
import dev.spoolmark.oauth.OAuthProvider;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The OAuth endpoints that applications call: `/oauth/token`, `/oauth/revoke`, `/oauth/device/code`,
/// `/oauth/device/token` and `/.well-known/oauth-authorization-server`.
public final class OAuthHandler implements RequestHandler {

    private static final CorsPolicy CORS = new CorsPolicy(
            List.of("GET", "HEAD", "POST", "OPTIONS"),
            List.of("Authorization", "Content-Type", "trakt-api-key", "trakt-api-version"));

    private final Map<String, Endpoint> endpoints;

    public OAuthHandler(OAuthProvider provider) {
        TokenEndpoint tokens = new TokenEndpoint(provider);
        DeviceEndpoint devices = new DeviceEndpoint(provider);
        endpoints = Map.of(
                "/oauth/token",
                Endpoint.post(tokens::token),
                "/oauth/revoke",
                Endpoint.post(tokens::revoke),
                "/oauth/device/code",
                Endpoint.post(devices::code),
                "/oauth/device/token",
                Endpoint.post(devices::token),
                ServerMetadata.PATH,
                Endpoint.get(ServerMetadata::document));
    }

    /// What responds to a path.
    private record Endpoint(List<String> methods, Action action) {

        static Endpoint post(Action action) {
            return new Endpoint(List.of("POST"), action);
        }

        static Endpoint get(Action action) {
            return new Endpoint(List.of("GET", "HEAD"), action);
        }
    }

    @FunctionalInterface
    private interface Action {

        Response respond(ServerRequest request);
    }

    @Override
    public boolean matches(RequestHead head) {
        return endpoint(head) != null;
    }

    private @Nullable Endpoint endpoint(RequestHead head) {
        return endpoints.get(path(head));
    }

    /// A slash at the end does not matter.
    private static String path(RequestHead head) {
        String path = head.rawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    @Override
    public Route route(RequestHead head) {
        return new EndpointRoute(path(head), endpoint(head));
    }

    /// The endpoint of a request. A user who signs in waits for it.
    private record EndpointRoute(String path, @Nullable Endpoint endpoint) implements Route {

        @Override
        public RequestPriority priority() {
            return RequestPriority.USER_READ;
        }

        @Override
        public Response handle(ServerRequest request) {
            return respond(request).with(new Response.AccessLogFields(path, null, null));
        }

        private Response respond(ServerRequest request) {
            if (endpoint == null) {
                throw new ProblemException(new Problem.NotFound("path"));
            }
            if (!endpoint.methods().contains(request.method())) {
                return OAuthResponses.of(new Problem.MethodNotAllowed(endpoint.methods()));
            }
            try {
                return QueryTimeout.with(
                        HttpLimits.SYNC_TIME, () -> endpoint.action().respond(request));
            } catch (OAuthException e) {
                return OAuthResponses.of(e, request);
            } catch (ProblemException problem) {
                return OAuthResponses.of(problem.problem());
            }
        }
    }

    @Override
    public CorsPolicy cors() {
        return CORS;
    }

    @Override
    public Response error(Problem problem) {
        return OAuthResponses.of(problem);
    }
}
