package dev.spoolmark.web.signin;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.auth.SignInResult;
import dev.spoolmark.account.auth.SignInResult.SignedIn;
import dev.spoolmark.account.auth.WebSignIn;
import dev.spoolmark.http.Response;
import dev.spoolmark.openid.OpenIdSignIn;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.FormConfirmation;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageHandler;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.PendingForm;
import dev.spoolmark.web.form.Form;
import java.util.List;
import java.util.Optional;

/// Asks for the password again before something sensitive (`docs/security.md#password-rules`).
///
/// A form that was sent too late is kept in hidden fields of the page, which sends it to its own address again.
public final class ConfirmPages implements FormConfirmation {

    private static final String PATH = "/confirm";
    private static final String PASSWORD = PendingForm.OWN_PREFIX + "password";

    private final WebSignIn signIn;
    private final Optional<OpenIdSignIn> openId;

    /// @param openId the OpenID provider, if there is one
    public ConfirmPages(WebSignIn signIn, Optional<OpenIdSignIn> openId) {
        this.signIn = signIn;
        this.openId = openId;
    }

    /// @param form errors of the confirmation
    /// @param sent what is sent with the confirmation, and where
    /// @param hasForm whether the user typed it before
    /// @param provider name of the OpenID provider with which the user can confirm, too; empty if there is none
    public record ConfirmPage(Layout layout, Form form, PendingForm sent, boolean hasForm, String provider) {}

    public void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, request -> show(request, next(request)))
                .post(PATH, PageAccess.SIGNED_IN, request -> confirm(request, next(request), ConfirmPages::goOn));
    }

    private static PendingForm next(PageRequest request) {
        return new PendingForm(PATH, List.of(new PendingForm.Field("next", request.next())));
    }

    private static Response goOn(PageRequest confirmed) {
        return confirmed.redirect(confirmed.next());
    }

    @Override
    public Response respond(PageRequest request, PendingForm form, PageHandler handler) {
        return request.form().values().containsKey(PASSWORD) ? confirm(request, form, handler) : show(request, form);
    }

    private Response show(PageRequest request, PendingForm sent) {
        Form form = request.form();
        ConfirmPage page = new ConfirmPage(
                request.layout("confirm.title"), form, sent, !sent.path().equals(PATH), provider(request));
        return form.hasErrors()
                ? request.invalid("page/signin/confirm", page)
                : request.page("page/signin/confirm", page);
    }

    private String provider(PageRequest request) {
        return openId.filter(provider -> request.waiting(
                        () -> provider.identities().find(request.account()).isPresent()))
                .map(OpenIdSignIn::name)
                .orElse("");
    }

    private Response confirm(PageRequest request, PendingForm sent, PageHandler handler) {
        Form form = request.form();
        String password = form.password(PASSWORD);
        if (form.hasErrors()) {
            return show(request, sent);
        }
        SignInResult result = request.http()
                .runBlocking(() -> signIn.confirm(
                        request.account(), password, request.http().client()));
        if (result instanceof SignedIn(Account account)) {
            return Confirmation.proceed(request, account, handler);
        }
        SignInPages.note(form, PASSWORD, result);
        return show(request, sent);
    }
}
