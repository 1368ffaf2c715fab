package dev.spoolmark.web.signin;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.auth.SignInResult;
import dev.spoolmark.account.auth.SignInResult.SignedIn;
import dev.spoolmark.account.auth.WebSignIn;
import dev.spoolmark.account.session.NewSession;
import dev.spoolmark.account.session.Sessions;
import dev.spoolmark.http.Response;
import dev.spoolmark.openid.OpenIdSignIn;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import java.util.Optional;

/// Asks for the password again before something sensitive (`docs/security.md#password-rules`).
public final class ConfirmPages {

    private final WebSignIn signIn;
    private final Sessions sessions;
    private final Optional<OpenIdSignIn> openId;

    /// @param openId the OpenID provider, if there is one
    public ConfirmPages(WebSignIn signIn, Sessions sessions, Optional<OpenIdSignIn> openId) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.openId = openId;
    }

    /// @param next the page that needs the confirmation
    /// @param provider name of the OpenID provider with which the user can confirm, too; empty if there is none
    public record ConfirmPage(Layout layout, Form form, String next, String provider) {}

    public void declare(PageRoutes routes) {
        routes.get("/confirm", PageAccess.SIGNED_IN, request -> show(request, Form.empty(request.text())))
                .post("/confirm", PageAccess.SIGNED_IN, this::submit);
    }

    private Response show(PageRequest request, Form form) {
        ConfirmPage page = new ConfirmPage(request.layout("confirm.title"), form, request.next(), provider(request));
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

    private Response submit(PageRequest request) {
        Form form = request.form();
        String password = form.password("password");
        if (form.hasErrors()) {
            return show(request, form);
        }
        SignInResult result = request.http()
                .runBlocking(() -> signIn.confirm(
                        request.account(), password, request.http().client()));
        if (result instanceof SignedIn(Account account)) {
            NewSession session = request.waiting(() ->
                    sessions.rotate(request.session(), account, request.http().client()));
            return request.withSession(
                    request.redirect(request.next()), session.token().text());
        }
        SignInPages.note(form, "password", result);
        return show(request, form);
    }
}
