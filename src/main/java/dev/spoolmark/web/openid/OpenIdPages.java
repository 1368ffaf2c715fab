package dev.spoolmark.web.openid;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.auth.SignInResult;
import dev.spoolmark.account.auth.WebSignIn;
import dev.spoolmark.http.Response;
import dev.spoolmark.openid.AuthorizationResult;
import dev.spoolmark.openid.OpenIdException;
import dev.spoolmark.openid.OpenIdSignIn;
import dev.spoolmark.openid.SignInPurpose;
import dev.spoolmark.openid.VerifiedSignIn;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.LocalPath;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.PendingForm;
import dev.spoolmark.web.signin.FormSummary;
import dev.spoolmark.web.signin.SignInPages;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way to the OpenID provider and back: to sign in, to confirm the identity, to link an account.
public final class OpenIdPages {

    private final OpenIdSignIn openId;
    private final WebSignIn signIn;
    private final OpenIdStart start;

    public OpenIdPages(OpenIdSignIn openId, WebSignIn signIn) {
        this.openId = openId;
        this.signIn = signIn;
        this.start = new OpenIdStart(openId);
    }

    /// @param summary what the user sent before the confirmation
    public record ResumePage(Layout layout, PendingForm form, FormSummary summary) {}

    public void declare(PageRoutes routes) {
        routes.post(
                        "/signin/openid",
                        PageAccess.PUBLIC,
                        request -> start.leave(request, SignInPurpose.SIGN_IN, request.next()))
                .get(OpenIdStart.CALLBACK, PageAccess.PUBLIC, this::complete)
                .post("/confirm/openid", PageAccess.SIGNED_IN, request -> confirm(request, routes));
        new IdentityPages(openId, signIn, start).declare(routes);
    }

    private Response confirm(PageRequest request, PageRoutes routes) {
        Optional<PendingForm> form = LocalPath.of(request.form().raw(PendingForm.OWN_PREFIX + "action"))
                .filter(path -> path.indexOf('?') < 0 && path.indexOf('#') < 0)
                .filter(routes::hasPath)
                .flatMap(path -> PendingForm.of(path, request.form()));
        return form.isPresent()
                ? start.leave(request, SignInPurpose.CONFIRM_FORM, form.get().toText())
                : start.leave(request, SignInPurpose.CONFIRM, request.next());
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
            return FailurePages.show(request, openId.name(), failed.reason(), failed.isFormLost());
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
            case CONFIRM ->
                Confirmation.proceed(request, verified.account(), confirmed -> confirmed.redirect(verified.nextPath()));
            case CONFIRM_FORM ->
                Confirmation.proceed(
                        request,
                        verified.account(),
                        confirmed -> resume(confirmed, PendingForm.parse(verified.nextPath())));
        };
    }

    private static Response resume(PageRequest request, PendingForm form) {
        return request.page(
                "page/openid/resume",
                new ResumePage(request.layout("openid.resume.title"), form, FormSummary.of(form, request.text())));
    }
}
