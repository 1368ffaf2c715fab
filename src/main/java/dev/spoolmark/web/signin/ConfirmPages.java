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
import dev.spoolmark.web.ProxyUsers;
import dev.spoolmark.web.form.Form;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks for the password again before something sensitive (`docs/security.md#password-rules`), or for another proof of
/// a user without one.
///
/// A form that was sent too late is kept in hidden fields of the page, which sends it to its own address again.
public final class ConfirmPages implements FormConfirmation {

    private static final String PATH = "/confirm";
    private static final String PASSWORD = PendingForm.OWN_PREFIX + "password";

    private static final String PROXY = PendingForm.OWN_PREFIX + "proxy";
    private static final String CODE = PendingForm.OWN_PREFIX + "code";

    private final WebSignIn signIn;
    private final Optional<OpenIdSignIn> openId;
    private final ProxyUsers proxyUsers;

    /// @param openId the OpenID provider, if there is one
    /// @param proxyUsers users whom a proxy has authenticated
    public ConfirmPages(WebSignIn signIn, Optional<OpenIdSignIn> openId, ProxyUsers proxyUsers) {
        this.signIn = signIn;
        this.openId = openId;
        this.proxyUsers = proxyUsers;
    }

    /// @param form errors of the confirmation
    /// @param sent what is sent with the confirmation, and where
    /// @param summary the same for the user to read, if they sent a form; null if not
    public record ConfirmPage(
            Layout layout,
            Form form,
            PendingForm sent,
            @Nullable FormSummary summary,
            Methods methods) {}

    /// How a user can confirm.
    ///
    /// @param password whether there is one
    /// @param proxy whether there is none, and a proxy states who the user is
    /// @param code whether the second factor is needed beside the proxy
    /// @param provider name of the OpenID provider; empty if the user has not linked one
    public record Methods(boolean password, boolean proxy, boolean code, String provider) {

        /// Whether there is none.
        public boolean isEmpty() {
            return !password && !proxy && provider.isEmpty();
        }
    }

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
        Set<String> sent = request.form().values().keySet();
        return sent.contains(PASSWORD) || sent.contains(PROXY) ? confirm(request, form, handler) : show(request, form);
    }

    private Response show(PageRequest request, PendingForm sent) {
        Form form = request.form();
        Methods methods = methods(request);
        String title = methods.password() ? "confirm.title" : "confirm.identity.title";
        @Nullable FormSummary summary = sent.path().equals(PATH) ? null : FormSummary.of(sent, request.text());
        ConfirmPage page = new ConfirmPage(request.layout(title), form, sent, summary, methods);
        return form.hasErrors()
                ? request.invalid("page/signin/confirm", page)
                : request.page("page/signin/confirm", page);
    }

    private Methods methods(PageRequest request) {
        Account account = request.account();
        boolean password = signIn.hasPassword(account);
        boolean proxy = !password && proxyUsers.isNamed(request.http(), account);
        boolean code = proxy && request.waiting(() -> signIn.needsSecondFactor(account));
        return new Methods(password, proxy, code, provider(request));
    }

    private String provider(PageRequest request) {
        return openId.filter(provider -> request.waiting(
                        () -> provider.identities().find(request.account()).isPresent()))
                .map(OpenIdSignIn::name)
                .orElse("");
    }

    private Response confirm(PageRequest request, PendingForm sent, PageHandler handler) {
        Form form = request.form();
        Methods methods = methods(request);
        if (!methods.password() && !methods.proxy()) {
            return show(request, sent);
        }
        String typed = methods.password()
                ? form.password(PASSWORD)
                : methods.code() ? form.required(CODE, SignInPages.LONGEST_CODE) : "";
        if (form.hasErrors()) {
            return show(request, sent);
        }
        SignInResult result = request.http().runBlocking(() -> verify(request, methods, typed));
        if (result instanceof SignedIn(Account account)) {
            return Confirmation.proceed(request, account, handler);
        }
        SignInPages.note(form, methods.password() ? PASSWORD : CODE, result);
        return show(request, sent);
    }

    private SignInResult verify(PageRequest request, Methods methods, String typed) {
        InetAddress client = request.http().client();
        return methods.password()
                ? signIn.confirm(request.account(), typed, client)
                : signIn.confirmVerified(request.account(), typed, client);
    }
}
