package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Application;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.SignIn;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.store.ReadBudget;
import dev.spoolmark.wire.Access;
import dev.spoolmark.wire.Bodies;
import dev.spoolmark.wire.Body;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Dialect;
import dev.spoolmark.wire.LargeBody;
import dev.spoolmark.wire.Limits;
import dev.spoolmark.wire.Method;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Request;
import dev.spoolmark.wire.Scalar;
import dev.spoolmark.wire.SentBody;
import dev.spoolmark.wire.Urgency;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The front of v1: finds the method, checks the application's key and the person, reads the body, and words whatever
/// is refused. In this order: key, permission, person, parameters (`conventions.md` 2).
public final class V1 implements Dialect {

    private final Methods methods;
    private final V1Router router;
    private final Applications applications;
    private final SignIn signIn;
    private final V1Traffic traffic;

    public V1(Applications applications, SignIn signIn, V1Traffic traffic, Methods methods) {
        this.applications = applications;
        this.signIn = signIn;
        this.traffic = traffic;
        this.methods = methods;
        this.router = new V1Router(methods.all());
    }

    /// The table of all methods, built and not yet built.
    public List<Method<?>> methods() {
        return methods.all();
    }

    /// v1 has no prefix of its own, so it takes what nobody else claimed.
    @Override
    public boolean speaks(String rawPath) {
        return true;
    }

    /// That of the method. Reads that are sent as POST stay reads, and what will be refused is not urgent.
    @Override
    public Urgency urgency(String verb, String rawPath) {
        try {
            Method<?> method = router.find(V1Path.segments(rawPath)).method();
            checkVerb(verb, method);
            return method.urgency();
        } catch (Refusal mistaken) {
            return Urgency.OTHER;
        }
    }

    @Override
    public Reply answer(Request request) {
        Seen seen = new Seen();
        Reply reply;
        try {
            reply = V1Callback.wrap(request, dispatch(request, seen));
        } catch (Refusal refusal) {
            Reply refused = challenged(request, refusal.problem(), V1Words.reply(refusal.problem()));
            reply = V1Callback.wrap(request, refused);
        }
        return reply.with(seen.trace());
    }

    @Override
    public Reply refused(Problem problem) {
        return V1Words.reply(problem);
    }

    private Reply dispatch(Request request, Seen seen) {
        V1Router.Route route = router.find(V1Path.segments(request.rawPath()));
        seen.method = route.method();
        checkVerb(request, route.method());
        Duration budget = route.method().isRead() ? Limits.READ_TIME : Limits.SYNC_TIME;
        return inTime(
                budget,
                ReadBudget.within(
                        budget,
                        () -> route.method().urgency() == Urgency.KEEPING
                                ? ReadBudget.urgently(() -> call(request, route, route.method(), seen))
                                : call(request, route, route.method(), seen)));
    }

    private <B> Reply call(Request request, V1Router.Route route, Method<B> method, Seen seen) {
        Method.Handler<B> handler = method.handler();
        if (handler == null) {
            throw new Refusal(new Problem.NotBuilt());
        }
        Application application = applications.identify(route.key());
        seen.application = application;
        if (method.permission() != null) {
            applications.require(application, method.permission());
        }
        try (SentBody sent = request.body(bodyLimit(method), largeBody(request, method))) {
            Bodies.Checked<B> checked = Bodies.check(sent, method.body());
            Account caller = caller(request, method, checked);
            seen.caller = caller;
            traffic.admit(request, method, caller);
            if (caller != null) {
                applications.remember(application);
            }
            return handler.answer(call(request, route, application, caller, checked.build()));
        }
    }

    private static <B> Call<B> call(
            Request request, V1Router.Route route, Application application, @Nullable Account caller, Body<B> body) {
        if (!body.misshapen().isEmpty()) {
            throw new Refusal(new Problem.Invalid("parameter (" + Collections.min(body.misshapen()) + ")"));
        }
        Map<String, String> query = V1Path.query(request.rawQuery());
        return new Call<>(
                request.base(),
                application,
                caller,
                arguments(query, route, body.rest()),
                body.value(),
                request.client(),
                query,
                request);
    }

    private LargeBody largeBody(Request request, Method<?> method) {
        return new LargeBody() {
            @Override
            public void begins() {
                signInByHeader(request, method);
            }

            @Override
            public void arrives(SentBody part) {
                Bodies.checkPart(part, method.body());
            }
        };
    }

    /// A large body is not read when its header has credentials that are wrong.
    private void signInByHeader(Request request, Method<?> method) {
        if (method.access() == Access.SIGNED_IN) {
            V1Credentials.of(request, Map.of()).ifPresent(sent -> verified(request, method, sent, () -> {}));
        }
    }

    /// Long answers read on while they are written.
    private static Reply inTime(Duration budget, Reply reply) {
        return reply.streaming(streamed -> out -> ReadBudget.<Object, IOException>within(budget, () -> {
            streamed.writeTo(out);
            return out;
        }));
    }

    private static void checkVerb(Request request, Method<?> method) {
        checkVerb(request.isHead() ? "HEAD" : request.verb(), method);
    }

    private static void checkVerb(String verb, Method<?> method) {
        List<String> allowed = verbs(method);
        if (!allowed.contains(verb)) {
            throw new Refusal(new Problem.WrongVerb(allowed));
        }
    }

    /// HEAD never writes, also where old clients write with GET.
    private static List<String> verbs(Method<?> method) {
        if (method.isRead()) {
            return List.of("GET", "HEAD", "POST");
        }
        return method.is(Trait.ALSO_GET) ? List.of("GET", "POST") : List.of("POST");
    }

    private static long bodyLimit(Method<?> method) {
        return method.is(Trait.BULK) ? Limits.BULK_BODY_BYTES : Limits.BODY_BYTES;
    }

    /// Who signed in, if anybody has to or tried to. A page that reads across sites is answered as a stranger
    /// (`SEC-O3`).
    private @Nullable Account caller(Request request, Method<?> method, Bodies.Checked<?> body) {
        boolean looks = method.access() != Access.OPEN && !V1Callback.isAsked(request, method);
        Optional<V1Credentials> credentials = looks ? V1Credentials.of(request, body.undeclared()) : Optional.empty();
        if (credentials.isPresent()) {
            return verified(request, method, credentials.get(), body::dropBuilt);
        }
        if (method.access() == Access.SIGNED_IN) {
            throw new Refusal(new Problem.NotSignedIn());
        }
        return null;
    }

    /// @param beforeWaiting frees memory, when the password has to be hashed
    private @Nullable Account verified(
            Request request, Method<?> method, V1Credentials credentials, Runnable beforeWaiting) {
        try {
            return signIn.recall(credentials.username(), credentials.password(), request.client())
                    .orElseGet(() -> {
                        beforeWaiting.run();
                        return freshlyVerified(request, credentials);
                    });
        } catch (Refusal refusal) {
            if (method.access() == Access.WELCOME && refusal.problem() instanceof Problem.NotSignedIn) {
                return null;
            }
            throw refusal;
        }
    }

    /// Who waits to be hashed keeps nobody from their turn: there may be as many who guess as there are turns.
    private Account freshlyVerified(Request request, V1Credentials credentials) {
        return request.aside(() -> signIn.verify(credentials.username(), credentials.password(), request.client()));
    }

    /// Parameters come in three places: path, then query, then body; for searches the query comes first.
    private static Map<String, String> arguments(
            Map<String, String> query, V1Router.Route route, Map<String, Scalar> members) {
        if (route.parameters().isEmpty() && route.arguments().isEmpty()) {
            return Map.of();
        }
        Map<String, String> arguments = new HashMap<>(route.arguments());
        for (String name : route.parameters()) {
            String asked = query.getOrDefault(name, "");
            Scalar sent = members.get(name);
            if (!asked.isEmpty() && route.method().is(Trait.QUERY_FIRST)) {
                arguments.put(name, asked);
            }
            if (!asked.isEmpty()) {
                arguments.putIfAbsent(name, asked);
            }
            if (sent != null && !sent.text().isEmpty()) {
                arguments.putIfAbsent(name, sent.text());
            }
        }
        arguments.values().removeIf(String::isEmpty);
        return arguments;
    }

    /// Browsers open a dialogue on a challenge, old phones fail without one: only who sent a header gets it.
    private static Reply challenged(Request request, Problem problem, Reply reply) {
        boolean asks = problem instanceof Problem.NotSignedIn
                && request.header("Authorization").isPresent();
        return asks ? reply.with("WWW-Authenticate", "Basic realm=\"trakt\"") : reply;
    }

    /// What is known of a request as it is worked through, for the access log.
    private static final class Seen {

        private @Nullable Method<?> method;
        private @Nullable Application application;
        private @Nullable Account caller;

        Reply.Trace trace() {
            return new Reply.Trace(
                    method == null ? "-" : method.path(),
                    caller == null ? null : caller.id().value(),
                    application == null ? null : application.name());
        }
    }
}
