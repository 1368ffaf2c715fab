package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Application;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.auth.AuthenticatedUser;
import dev.spoolmark.account.auth.Authenticator;
import dev.spoolmark.api.v1.model.V1Times;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.QueryTimeout;
import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.AuthenticationRequirement;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.CorsPolicy;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.Principal;
import dev.spoolmark.http.Principal.SignInKind;
import dev.spoolmark.http.RequestHandler;
import dev.spoolmark.http.RequestHead;
import dev.spoolmark.http.RequestPriority;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.http.UrlDecoder;
import dev.spoolmark.http.body.LargeBodyListener;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.body.ParsedBody;
import dev.spoolmark.http.body.ReceivedBody;
import dev.spoolmark.http.body.RequestBodyReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The Trakt API v1: finds the method, authenticates application and user, reads the body, calls the method and
/// renders errors. Checks in this order: key, permission, user, parameters
/// (`docs/spec/v1/conventions.md#api-keys`).
public final class V1 implements RequestHandler {

    private static final CorsPolicy CORS =
            new CorsPolicy(List.of("GET", "POST", "HEAD", "OPTIONS"), List.of("Authorization", "Content-Type"));

    private static final List<String> GET_METHODS = List.of("GET", "HEAD", "POST");
    private static final List<String> ALSO_GET_METHODS = List.of("GET", "POST");
    private static final List<String> POST_METHODS = List.of("POST");

    private final ApiMethodTable methods;
    private final V1Router router;
    private final Applications applications;
    private final Authenticator authenticator;
    private final V1RateLimits rateLimits;

    public V1(Applications applications, Authenticator authenticator, V1RateLimits rateLimits, ApiMethodTable methods) {
        this.applications = applications;
        this.authenticator = authenticator;
        this.rateLimits = rateLimits;
        this.methods = methods;
        this.router = new V1Router(methods.all());
    }

    /// All methods, implemented or not.
    public List<ApiMethod<?>> methods() {
        return methods.all();
    }

    /// v1 has no prefix, so it is the last of the handlers and matches all that the others do not.
    @Override
    public boolean matches(RequestHead head) {
        return true;
    }

    @Override
    public CorsPolicy cors() {
        return CORS;
    }

    @Override
    public Response error(Problem problem) {
        return V1Errors.response(problem);
    }

    @Override
    public Route route(RequestHead head) {
        try {
            V1Router.Route found = router.find(V1Path.segments(head.rawPath()));
            return new MethodRoute(found, isAllowed(head, found.method()));
        } catch (ProblemException notFound) {
            return request -> handle(request, trace -> {
                throw notFound;
            });
        }
    }

    /// The method of a request.
    private final class MethodRoute implements Route {

        private final V1Router.Route found;
        private final boolean allowed;

        MethodRoute(V1Router.Route found, boolean allowed) {
            this.found = found;
            this.allowed = allowed;
        }

        @Override
        public RequestPriority priority() {
            return allowed ? found.method().priority() : RequestPriority.BEST_EFFORT;
        }

        @Override
        public Response handle(ServerRequest request) {
            return V1.handle(request, trace -> {
                trace.method = found.method();
                if (!allowed) {
                    throw new ProblemException(new Problem.MethodNotAllowed(httpMethods(found.method())));
                }
                return dispatch(request, found, trace);
            });
        }
    }

    private static Response handle(ServerRequest request, Function<RequestTrace, Response> method) {
        RequestTrace trace = new RequestTrace();
        Response response;
        try {
            response = V1Jsonp.wrap(request, method.apply(trace));
        } catch (ProblemException e) {
            Response error = withChallenge(request, e.problem(), V1Errors.response(e.problem()));
            response = V1Jsonp.wrap(request, error);
        }
        return response.with(trace.trace());
    }

    private Response dispatch(ServerRequest request, V1Router.Route route, RequestTrace trace) {
        Duration budget = route.method().isRead() ? HttpLimits.READ_TIME : HttpLimits.SYNC_TIME;
        return withTimeLimit(
                budget,
                QueryTimeout.with(
                        budget,
                        () -> route.method().priority() == RequestPriority.CRITICAL_WRITE
                                ? QueryTimeout.urgently(() -> call(request, route, route.method(), trace))
                                : call(request, route, route.method(), trace)));
    }

    private <B> Response call(ServerRequest request, V1Router.Route route, ApiMethod<B> method, RequestTrace trace) {
        ApiMethod.Handler<B> handler = method.handler();
        if (handler == null) {
            throw new ProblemException(new Problem.NotBuilt());
        }
        Application application = applications.identify(route.key());
        trace.application = application;
        if (method.permission() != null) {
            applications.require(application, method.permission());
        }
        try (ReceivedBody body = request.body(bodyLimit(method), largeBody(request, method))) {
            RequestBodyReader.Checked<B> checked = RequestBodyReader.check(body, method.body());
            Account caller = caller(request, method, checked);
            trace.caller = caller;
            rateLimits.admit(request, method, caller);
            Principal anyone = Principal.of(application);
            Principal principal = caller == null ? anyone : anyone.signedIn(caller, SignInKind.PASSWORD_V1);
            if (caller != null) {
                applications.storeUnregistered(application);
            }
            return handler.call(call(request, route, principal, checked.build()));
        }
    }

    private static <B> Call<B> call(
            ServerRequest request, V1Router.Route route, Principal principal, ParsedBody<B> body) {
        if (!body.malformedFields().isEmpty()) {
            throw new ProblemException(
                    new Problem.Invalid("parameter (" + Collections.min(body.malformedFields()) + ")"));
        }
        Map<String, String> query = UrlDecoder.parseQuery(request.rawQuery());
        return new Call<>(
                request.base(),
                principal,
                arguments(query, route, body.extraFields()),
                body.value(),
                request.client(),
                query,
                request);
    }

    private LargeBodyListener largeBody(ServerRequest request, ApiMethod<?> method) {
        return new LargeBodyListener() {
            @Override
            public void onLargeBody() {
                signInByHeader(request, method);
            }

            @Override
            public void onFirstPart(ReceivedBody part) {
                RequestBodyReader.checkPart(part, method.body());
            }
        };
    }

    /// Rejects wrong credentials in the header before a large body is read.
    private void signInByHeader(ServerRequest request, ApiMethod<?> method) {
        if (method.access() == AuthenticationRequirement.SIGNED_IN) {
            V1Credentials.of(request, Map.of()).ifPresent(sent -> permitted(request, method, sent, () -> {}));
        }
    }

    /// A streamed response reads from the database while it is written, with the same time limit.
    private static Response withTimeLimit(Duration budget, Response response) {
        return response.mapStream(streamed -> out -> QueryTimeout.<Object, IOException>with(budget, () -> {
            streamed.writeTo(out);
            return out;
        }));
    }

    private static boolean isAllowed(RequestHead head, ApiMethod<?> method) {
        return httpMethods(method).contains(head.method());
    }

    /// HEAD never writes, also where old clients write with GET.
    private static List<String> httpMethods(ApiMethod<?> method) {
        if (method.httpMethod().equals("GET")) {
            return GET_METHODS;
        }
        return method.is(MethodTrait.ALSO_GET) ? ALSO_GET_METHODS : POST_METHODS;
    }

    private static long bodyLimit(ApiMethod<?> method) {
        return method.is(MethodTrait.BULK) ? HttpLimits.BULK_BODY_BYTES : HttpLimits.BODY_BYTES;
    }

    /// The signed-in user, if the method uses one. Requests with a JSONP callback are anonymous
    /// (`docs/security.md#sec-o3`).
    private @Nullable Account caller(ServerRequest request, ApiMethod<?> method, RequestBodyReader.Checked<?> body) {
        boolean looks = method.access() != AuthenticationRequirement.NONE && !V1Jsonp.isRequested(request, method);
        Optional<V1Credentials> credentials = looks ? V1Credentials.of(request, body.undeclared()) : Optional.empty();
        if (credentials.isPresent()) {
            return permitted(request, method, credentials.get(), body::dropBuilt);
        }
        if (method.access() == AuthenticationRequirement.SIGNED_IN) {
            throw new ProblemException(new Problem.NotSignedIn());
        }
        return null;
    }

    /// The user, if the credentials are right and permit the method.
    ///
    /// @param beforeWaiting frees memory before the password is hashed
    private @Nullable Account permitted(
            ServerRequest request, ApiMethod<?> method, V1Credentials credentials, Runnable beforeWaiting) {
        AuthenticatedUser user = verified(request, method, credentials, beforeWaiting);
        return user != null && isPermitted(method, user) ? user.account() : null;
    }

    /// An app password may permit less than the application may do (`docs/security.md#sec-c5`). Where sign-in is
    /// optional, the request is then anonymous.
    private static boolean isPermitted(ApiMethod<?> method, AuthenticatedUser user) {
        Permission needed = neededPermission(method);
        boolean permitted = user.permissions().contains(needed) || method.is(MethodTrait.ANY_CREDENTIAL);
        if (!permitted && method.access() == AuthenticationRequirement.SIGNED_IN) {
            throw new ProblemException(new Problem.NoPermission(needed.key()));
        }
        return permitted;
    }

    private static Permission neededPermission(ApiMethod<?> method) {
        Permission declared = method.permission();
        if (declared != null) {
            return declared;
        }
        return method.isRead() ? Permission.READ : Permission.WRITE;
    }

    private @Nullable AuthenticatedUser verified(
            ServerRequest request, ApiMethod<?> method, V1Credentials credentials, Runnable beforeWaiting) {
        try {
            return authenticator
                    .verifyCached(credentials.username(), credentials.password(), request.client())
                    .orElseGet(() -> {
                        beforeWaiting.run();
                        return verifyUncached(request, credentials);
                    });
        } catch (ProblemException e) {
            if (method.access() == AuthenticationRequirement.OPTIONAL_LENIENT
                    && e.problem() instanceof Problem.NotSignedIn) {
                return null;
            }
            throw e;
        }
    }

    /// Hashing waits without the permit: otherwise as many guesses as there are permits would block the server.
    private AuthenticatedUser verifyUncached(ServerRequest request, V1Credentials credentials) {
        return request.runBlocking(
                () -> authenticator.verify(credentials.username(), credentials.password(), request.client()));
    }

    /// Parameters are in the path, the query or the body, in this precedence; for searches the query is first. Of a
    /// time, an empty text, an object and a list are invalid values; of other parameters they count as absent.
    private static Map<String, String> arguments(
            Map<String, String> query, V1Router.Route route, Map<String, LenientValue> members) {
        if (route.parameters().isEmpty() && route.arguments().isEmpty()) {
            return Map.of();
        }
        Map<String, String> arguments = new HashMap<>(route.arguments());
        for (String name : route.parameters()) {
            boolean isTime = V1Times.PARAMETERS.contains(name);
            String parameter = query.get(name);
            if (parameter != null && (isTime || !parameter.isEmpty())) {
                if (route.method().is(MethodTrait.QUERY_FIRST)) {
                    arguments.put(name, parameter);
                }
                arguments.putIfAbsent(name, parameter);
            }
            LenientValue value = members.get(name);
            if (value != null && (isTime || !(value.text().isEmpty() || value.isUnreadable()))) {
                arguments.putIfAbsent(name, value.text());
            }
        }
        return arguments;
    }

    /// Adds a challenge only for clients that sent `Authorization`: browsers open a dialog on it, and some clients
    /// need it.
    private static Response withChallenge(ServerRequest request, Problem problem, Response response) {
        boolean isMissing = problem instanceof Problem.NotSignedIn
                && request.header("Authorization").isPresent();
        return isMissing ? response.with("WWW-Authenticate", "Basic realm=\"trakt\"") : response;
    }

    /// What the access log contains of a request, as far as it is known.
    private static final class RequestTrace {

        private @Nullable ApiMethod<?> method;
        private @Nullable Application application;
        private @Nullable Account caller;

        Response.AccessLogFields trace() {
            return new Response.AccessLogFields(
                    method == null ? "-" : method.path(),
                    caller == null ? null : caller.id().value(),
                    application == null ? null : application.name());
        }
    }
}
