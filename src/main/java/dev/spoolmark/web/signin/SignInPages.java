package dev.spoolmark.web.signin;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.auth.SignInResult;
import dev.spoolmark.account.auth.SignInResult.Expired;
import dev.spoolmark.account.auth.SignInResult.SecondFactorNeeded;
import dev.spoolmark.account.auth.SignInResult.SignedIn;
import dev.spoolmark.account.auth.SignInResult.Throttled;
import dev.spoolmark.account.auth.SignInResult.WrongCredentials;
import dev.spoolmark.account.auth.WebSignIn;
import dev.spoolmark.account.session.Sessions;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.Notice;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.ProxyUsers;
import dev.spoolmark.web.SessionStart;
import dev.spoolmark.web.form.Form;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Signing in with a password and a second factor, and signing out.
public final class SignInPages {

    private static final int LONGEST_NAME = 254;
    static final int LONGEST_CODE = 40;

    private final WebSignIn signIn;
    private final Sessions sessions;
    private final Supplier<SignInOptions> options;
    private final ProxyUsers proxyUsers;

    /// @param options what the page offers beside the password, as it is now
    /// @param proxyUsers users whom a proxy has authenticated
    public SignInPages(WebSignIn signIn, Sessions sessions, Supplier<SignInOptions> options, ProxyUsers proxyUsers) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.options = options;
        this.proxyUsers = proxyUsers;
    }

    /// @param next where to go after signing in
    /// @param register address of the registration that goes there, too
    /// @param proxyUser name that a proxy states, for a visitor who has just signed out; otherwise empty
    public record SignInPage(
            Layout layout, Form form, String next, SignInOptions options, String register, String proxyUser) {}

    /// @param challenge the sign-in that needs the code
    /// @param next where to go after signing in
    public record CodePage(Layout layout, Form form, String challenge, String next) {}

    public void declare(PageRoutes routes) {
        routes.get("/signin", PageAccess.PUBLIC, this::show)
                .post("/signin", PageAccess.PUBLIC, this::submit)
                .post("/signin/code", PageAccess.PUBLIC, this::submitCode)
                .post("/signout", PageAccess.PUBLIC, this::signOut);
    }

    private Response show(PageRequest request) {
        if (request.currentSession().isPresent() && !request.query("next").isPresent()) {
            return request.redirect("/");
        }
        Optional<Account> user = request.currentSession().isPresent() || isSignedOut(request)
                ? Optional.empty()
                : request.http().runBlocking(() -> proxyUsers.findOrCreate(request.http()));
        return onTheWay(
                request,
                user.map(account -> signInByProxy(request, account))
                        .orElseGet(
                                () -> request.page("page/signin/signin", page(request, Form.empty(request.text())))));
    }

    private static Response onTheWay(PageRequest request, Response response) {
        return onTheWay(request, response, request.next());
    }

    /// An application may wait for the end of an authorization in the window that opened this one.
    ///
    /// @param next where the browser goes after signing in
    public static Response onTheWay(PageRequest request, Response response, String next) {
        return next.startsWith("/oauth/authorize?") ? request.allowOpener(response) : response;
    }

    /// After signing out, a user of a proxy is not signed in again at once.
    private static boolean isSignedOut(PageRequest request) {
        return request.query("notice").isPresent();
    }

    private Response signInByProxy(PageRequest request, Account account) {
        SignInResult result = request.waiting(
                () -> signIn.signInVerified(account, request.http().client()));
        return proceed(request, result, request.next());
    }

    private SignInPage page(PageRequest request, Form form) {
        String next = request.next();
        String register = next.equals("/")
                ? request.site().links().to("/register")
                : request.addressWithReturn("/register", next);
        String proxyUser = proxyUsers.name(request.http()).orElse("");
        List<Notice> notices = proxyUser.isEmpty() || isSignedOut(request)
                ? List.of()
                : List.of(new Notice(Notice.Kind.WARNING, request.text().get("signin.proxy.unknown", proxyUser)));
        return new SignInPage(
                request.layoutWith(notices, "signin.title"),
                form,
                next,
                options.get(),
                register,
                isSignedOut(request) ? proxyUser : "");
    }

    private Response submit(PageRequest request) {
        return onTheWay(request, checkPassword(request));
    }

    private Response checkPassword(PageRequest request) {
        Form form = request.form();
        String name = form.required("name", LONGEST_NAME);
        String password = form.password("password");
        if (form.hasErrors()) {
            return request.invalid("page/signin/signin", page(request, form));
        }
        SignInResult result = request.http()
                .runBlocking(() -> signIn.signIn(name, password, request.http().client()));
        return switch (result) {
            case SignedIn _, SecondFactorNeeded _ -> proceed(request, result, request.next());
            case WrongCredentials _, Throttled _, Expired _ -> rejected(request, form, "password", result);
        };
    }

    /// Starts the session of a user who has been verified, or asks for the second factor before.
    ///
    /// @param next where to go after signing in
    public static Response proceed(PageRequest request, SignInResult result, String next) {
        return switch (result) {
            case SignedIn(Account account) -> SessionStart.redirect(request, account, next);
            case SecondFactorNeeded(String challenge) ->
                request.page(
                        "page/signin/code",
                        new CodePage(request.layout("signin.code.title"), Form.empty(request.text()), challenge, next));
            case WrongCredentials _, Throttled _, Expired _ -> throw new IllegalArgumentException("it was rejected");
        };
    }

    private Response rejected(PageRequest request, Form form, String field, SignInResult result) {
        note(form, field, result);
        return result instanceof Throttled(Duration wait)
                ? request.page(429, "page/signin/signin", page(request, form))
                        .with("Retry-After", Response.retryAfterSeconds(wait))
                : request.invalid("page/signin/signin", page(request, form));
    }

    /// Notes beside a field why a password or a code was not accepted.
    static void note(Form form, String field, SignInResult result) {
        switch (result) {
            case WrongCredentials() -> form.error(field, field.endsWith("code") ? "signin.code.wrong" : "signin.wrong");
            case Throttled(Duration wait) -> form.count(field, "signin.throttled", Math.max(1, wait.toSeconds()));
            case Expired() -> form.error(field, "signin.code.expired");
            case SignedIn _, SecondFactorNeeded _ -> throw new IllegalArgumentException("it was accepted");
        }
    }

    private static CodePage code(PageRequest request, Form form, String challenge) {
        return new CodePage(request.layout("signin.code.title"), form, challenge, request.next());
    }

    private Response submitCode(PageRequest request) {
        return onTheWay(request, checkCode(request));
    }

    private Response checkCode(PageRequest request) {
        Form form = request.form();
        String challenge = form.raw("challenge");
        String code = form.required("code", LONGEST_CODE);
        if (form.hasErrors()) {
            return request.invalid("page/signin/code", code(request, form, challenge));
        }
        SignInResult result = request.http()
                .runBlocking(() -> signIn.verifySecondFactor(
                        challenge, code, request.http().client()));
        if (result instanceof SignedIn(Account account)) {
            return SessionStart.redirect(request, account, request.next());
        }
        if (result instanceof Expired) {
            return rejected(request, Form.empty(request.text()), "password", result);
        }
        note(form, "code", result);
        return request.invalid("page/signin/code", code(request, form, challenge));
    }

    /// The service worker deletes its copies of pages. What the user has marked as watched without a connection stays
    /// in the browser, so the storage is not cleared.
    private Response signOut(PageRequest request) {
        request.currentSession()
                .ifPresent(session -> request.waiting(() -> {
                    sessions.end(session, request.http().client());
                    return session;
                }));
        return request.withoutSession(request.redirect("/signin", "signed_out")).with("Clear-Site-Data", "\"cache\"");
    }
}
