package dev.spoolmark.web.settings;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.auth.PasswordPolicy;
import dev.spoolmark.account.auth.SignInResult;
import dev.spoolmark.account.auth.WebSignIn;
import dev.spoolmark.account.session.NewSession;
import dev.spoolmark.account.session.Sessions;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageHandler;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A new password. It ends all other sessions of the user. A user without a password sets the first one after another
/// proof of identity.
public final class PasswordChangePages {

    private static final String PATH = "/settings/security/password";
    private static final String TEMPLATE = "page/settings/password";

    private final Accounts accounts;
    private final Sessions sessions;
    private final WebSignIn signIn;

    PasswordChangePages(Accounts accounts, Sessions sessions, WebSignIn signIn) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.signIn = signIn;
    }

    /// A form for the former and the new password.
    ///
    /// @param isFirst whether there is no former one
    public record PasswordChangePage(Layout layout, Form form, boolean isFirst) {}

    void declare(PageRoutes routes) {
        PageHandler first = Confirmation.before(PATH, this::saveFirst);
        PageHandler beforeFirst = Confirmation.before(PATH, this::show);
        routes.get(
                        PATH,
                        PageAccess.SIGNED_IN,
                        request -> isFirst(request) ? beforeFirst.handle(request) : show(request))
                .post(PATH, PageAccess.SIGNED_IN, request -> isFirst(request) ? first.handle(request) : save(request));
    }

    private boolean isFirst(PageRequest request) {
        return !signIn.hasPassword(request.account());
    }

    private Response show(PageRequest request) {
        return request.page(TEMPLATE, page(request, Form.empty(request.text())));
    }

    private PasswordChangePage page(PageRequest request, Form form) {
        return new PasswordChangePage(request.layout("settings.password.title"), form, isFirst(request));
    }

    /// The user has confirmed their identity in another way than with a password.
    private Response saveFirst(PageRequest request) {
        Form form = request.form();
        Secret password = newPassword(form);
        return password == null || form.hasErrors()
                ? request.invalid(TEMPLATE, page(request, form))
                : change(request, password);
    }

    private Response save(PageRequest request) {
        Form form = request.form();
        String current = form.password("current");
        Secret password = newPassword(form);
        if (password == null || form.hasErrors() || !isConfirmed(request, current)) {
            return request.invalid(TEMPLATE, page(request, form));
        }
        return change(request, password);
    }

    /// The new password in the form; null and an error when it is unusable.
    private static @Nullable Secret newPassword(Form form) {
        String typed = form.raw("password");
        if (!typed.equals(form.raw("repeated"))) {
            form.error("repeated", "settings.password.different");
        }
        try {
            return PasswordPolicy.sha1Of(typed);
        } catch (ProblemException unusable) {
            form.error("password", "settings.password.length");
            return null;
        }
    }

    private boolean isConfirmed(PageRequest request, String current) {
        InetAddress client = request.http().client();
        SignInResult result = request.http().runBlocking(() -> signIn.confirm(request.account(), current, client));
        switch (result) {
            case SignInResult.SignedIn(Account account) -> {
                return true;
            }
            case SignInResult.Throttled(Duration wait) ->
                request.form().error("current", "settings.password.throttled", Math.max(1, wait.toSeconds()));
            default -> request.form().error("current", "settings.password.wrong");
        }
        return false;
    }

    /// The session of this browser goes on with another token.
    private Response change(PageRequest request, Secret password) {
        InetAddress client = request.http().client();
        Account account = request.account();
        try {
            request.http().runBlocking(() -> {
                accounts.settings().changePassword(account, password, Actor.web(client));
                return account;
            });
        } catch (ProblemException rejected) {
            if (!(rejected.problem() instanceof Problem.Invalid)) {
                throw rejected;
            }
            request.form().error("password", "settings.password.common");
            return request.invalid(TEMPLATE, page(request, request.form()));
        }
        NewSession session = request.waiting(() -> {
            Account changed =
                    accounts.find(account.id()).orElseThrow(() -> new ProblemException(new Problem.NotSignedIn()));
            sessions.revokeOthers(request.session(), Actor.web(client));
            return sessions.rotate(request.session(), changed, client);
        });
        return request.withSession(
                request.redirect("/settings/security", "password_changed"),
                session.token().text());
    }
}
