package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Application;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.auth.Authenticator;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.QueryTimeout;
import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethodTable;
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
import dev.spoolmark.http.body.ParsedBody;
import dev.spoolmark.http.body.ReceivedBody;
import dev.spoolmark.http.body.RequestBodyReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The Trakt API v1: finds the method, authenticates application and user, reads the body, calls the method and
/// renders errors. Checks in this order: key, permission, user, parameters
/// (`docs/spec/v1/conventions.md#api-keys`).
public final class V1 implements RequestHandler {

    private static final CorsPolicy CORS =
            new CorsPolicy(List.of("GET", "POST", "HEAD", "OPTIONS"), List.of("Authorization", "Content-Type"));

    private final ApiMethodTable methods;
    private final V1Router router;
    private final Applications applications;
    private final V1SignIn signIn;
    private final V1RateLimits rateLimits;

    public V1(Applications applications, Authenticator authenticator, V1RateLimits rateLimits, ApiMethodTable methods) {
        this.applications = applications;
        this.signIn = new V1SignIn(authenticator);
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
            return new MethodRoute(found, V1HttpMethods.isAllowed(head, found.method()));
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
                    throw new ProblemException(new Problem.MethodNotAllowed(V1HttpMethods.of(found.method())));
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
            response = V1Jsonp.wrap(request, V1Errors.response(request, e.problem()));
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
            Account caller = signIn.caller(request, method, checked);
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
                V1Arguments.of(query, route, body.extraFields()),
                body.value(),
                request.client(),
                query,
                request);
    }

    private LargeBodyListener largeBody(ServerRequest request, ApiMethod<?> method) {
        return new LargeBodyListener() {
            @Override
            public void onLargeBody() {
                signIn.checkHeader(request, method);
            }

            @Override
            public void onFirstPart(ReceivedBody part) {
                RequestBodyReader.checkPart(part, method.body());
            }
        };
    }

    /// A streamed response reads from the database while it is written, with the same time limit.
    private static Response withTimeLimit(Duration budget, Response response) {
        return response.mapStream(streamed -> out -> QueryTimeout.<Object, IOException>with(budget, () -> {
            streamed.writeTo(out);
            return out;
        }));
    }

    private static long bodyLimit(ApiMethod<?> method) {
        return method.is(MethodTrait.BULK) ? HttpLimits.BULK_BODY_BYTES : HttpLimits.BODY_BYTES;
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
