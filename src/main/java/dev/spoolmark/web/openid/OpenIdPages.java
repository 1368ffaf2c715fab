package dev.spoolmark.web.openid;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.auth.SignInResult;
import dev.spoolmark.account.auth.WebSignIn;
import dev.spoolmark.account.session.NewSession;
import dev.spoolmark.account.session.Sessions;
import dev.spoolmark.http.Response;
import dev.spoolmark.openid.AuthorizationResult;
import dev.spoolmark.openid.OpenIdException;
import dev.spoolmark.openid.OpenIdSignIn;
import dev.spoolmark.openid.SignInPurpose;
import dev.spoolmark.openid.VerifiedSignIn;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.signin.SignInPages;
import org.jspecify.annotations.Nullable;

/// The way to the OpenID provider and back: to sign in, to confirm the identity, to link an account.
public final class OpenIdPages {

    private final OpenIdSignIn openId;
    private final WebSignIn signIn;
    private final Sessions sessions;
    private final OpenIdStart start;

    public OpenIdPages(OpenIdSignIn openId, WebSignIn signIn, Sessions sessions) {
        this.openId = openId;
        this.signIn = signIn;
        this.sessions = sessions;
        this.start = new OpenIdStart(openId);
    }

    public void declare(PageRoutes routes) {
        routes.post(
                        "/signin/openid",
                        PageAccess.PUBLIC,
                        request -> start.leave(request, SignInPurpose.SIGN_IN, request.next()))
                .get(OpenIdStart.CALLBACK, PageAccess.PUBLIC, this::complete)
                .post(
                        "/confirm/openid",
                        PageAccess.SIGNED_IN,
                        request -> start.leave(request, SignInPurpose.CONFIRM, request.next()));
        new IdentityPages(openId, start).declare(routes);
    }

    private Response complete(PageRequest request) {
        @Nullable Account signedIn = request.currentSession().isPresent() ? request.account() : null;
        AuthorizationResult result = new AuthorizationResult(
                request.query("state"), request.query("code"), request.query("error"), request.query("iss"));
        try {
            return proceed(
                    request,
                    request.http()
                            .runBlocking(() -> openId.complete(
                                    result,
                                    request.browserSecret(),
                                    signedIn,
                                    request.http().client())));
        } catch (OpenIdException failed) {
            return FailurePages.show(request, openId.name(), failed.reason());
        }
    }

    private Response proceed(PageRequest request, VerifiedSignIn verified) {
        return switch (verified.purpose()) {
            case SIGN_IN -> {
                SignInResult result = request.waiting(() ->
                        signIn.signInVerified(verified.account(), request.http().client()));
                Response response = SignInPages.proceed(request, result, verified.nextPath());
                yield SignInPages.onTheWay(request, response, verified.nextPath());
            }
            case LINK -> request.redirect(verified.nextPath(), "openid_linked");
            case CONFIRM -> {
                NewSession session = request.waiting(() -> sessions.rotate(
                        request.session(), verified.account(), request.http().client()));
                yield request.withSession(
                        request.redirect(verified.nextPath()), session.token().text());
            }
        };
    }
}
