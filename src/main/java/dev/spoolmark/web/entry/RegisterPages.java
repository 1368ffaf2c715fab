package dev.spoolmark.web.entry;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.NewAccount.Choices;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.RegistrationLimit;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.link.Invites;
import dev.spoolmark.account.link.LinkCode;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.serversettings.ServerSettings;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.Notice;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.SessionStart;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.signin.SignInPages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Registration, by everybody on an open server, otherwise with an invitation (`docs/security.md#registration`).
public final class RegisterPages {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Accounts accounts;
    private final Invites invites;
    private final RegistrationLimit limit;
    private final ServerSettings settings;

    RegisterPages(Accounts accounts, Invites invites, RegistrationLimit limit, ServerSettings settings) {
        this.accounts = accounts;
        this.invites = invites;
        this.limit = limit;
        this.settings = settings;
    }

    /// @param invite code of the invitation; empty without one
    /// @param next where to go with the new account: a path of this server; `/` for the page that welcomes
    /// @param signIn address of the sign-in page that goes there
    public record RegisterPage(Layout layout, Form form, String invite, String next, String signIn) {}

    /// What visitors see who cannot create an account.
    ///
    /// @param advice what they can do
    public record NoRegistrationPage(Layout layout, String advice) {}

    void declare(PageRoutes routes) {
        routes.get("/register", PageAccess.PUBLIC, request -> onTheWay(request, show(request)))
                .post("/register", PageAccess.PUBLIC, request -> onTheWay(request, submit(request)));
    }

    private static Response onTheWay(PageRequest request, Response response) {
        return SignInPages.onTheWay(request, response, request.next());
    }

    private Response show(PageRequest request) {
        String invite = request.query("invite").orElse("");
        if (request.currentSession().isPresent()) {
            return hasNext(request) ? request.redirect(request.next()) : none(request, 200, "signed_in");
        }
        return canRegister(request, invite)
                ? request.page("page/entry/register", page(request, List.of(), Form.empty(request.text()), invite))
                : none(request, invite);
    }

    private Response submit(PageRequest request) {
        Form form = request.form();
        String invite = form.raw("invite");
        if (!canRegister(request, invite)) {
            return none(request, invite);
        }
        NewAccount newAccount = NewAccountForm.read(form, false, Choices.NONE);
        NewAccountForm.noteAll(request, accounts);
        if (newAccount == null || form.hasErrors()) {
            return request.invalid("page/entry/register", page(request, List.of(), form, invite));
        }
        try {
            Account account = create(request, newAccount, invite);
            return SessionStart.redirect(request, account, hasNext(request) ? request.next() : "/welcome");
        } catch (ProblemException rejected) {
            return rejected(request, form, invite, rejected);
        }
    }

    private Response rejected(PageRequest request, Form form, String invite, ProblemException rejected) {
        if (rejected.problem() instanceof Problem.Overloaded(Duration wait)) {
            return tooMany(request, form, invite, wait);
        }
        if (rejected.problem() instanceof Problem.NotFound) {
            return none(request, invite);
        }
        NewAccountForm.note(form, rejected);
        return request.invalid("page/entry/register", page(request, List.of(), form, invite));
    }

    /// An invitation counts where there is one, also on an open server: it is not limited.
    private Account create(PageRequest request, NewAccount newAccount, String invite) {
        Actor by = Actor.web(request.http().client());
        Optional<LinkCode> code = usable(request, invite);
        if (code.isPresent()) {
            return request.http().runBlocking(() -> invites.register(code.get(), newAccount, by));
        }
        return limit.within(
                request.http().client(),
                () -> request.http()
                        .runBlocking(() ->
                                accounts.creation().register(newAccount, by).account()));
    }

    private boolean canRegister(PageRequest request, String invite) {
        return settings.current().registration() == Registration.OPEN
                || usable(request, invite).isPresent();
    }

    private Optional<LinkCode> usable(PageRequest request, String invite) {
        return LinkCode.parse(invite)
                .filter(code -> request.waiting(() -> invites.find(code)).isPresent());
    }

    private Response none(PageRequest request, String invite) {
        return invite.isEmpty()
                ? none(request, 200, settings.current().registration() == Registration.INVITE ? "invite" : "closed")
                : none(request, 404, "unusable");
    }

    private static Response none(PageRequest request, int status, String reason) {
        NoRegistrationPage page = new NoRegistrationPage(
                request.layout("register.none." + reason + ".title"),
                request.text().get("register.none." + reason + ".advice"));
        return request.page(status, "page/entry/no-registration", page);
    }

    private static RegisterPage page(PageRequest request, List<Notice> notices, Form form, String invite) {
        String next = request.next();
        return new RegisterPage(
                request.layoutWith(notices, "register.title"),
                form,
                invite,
                next,
                hasNext(request)
                        ? request.addressWithReturn("/signin", next)
                        : request.site().links().to("/signin"));
    }

    /// Whether another page, such as that of an authorization request, needs the account.
    private static boolean hasNext(PageRequest request) {
        return !request.next().equals("/");
    }

    private static Response tooMany(PageRequest request, Form form, String invite, Duration wait) {
        long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        Notice notice = new Notice(Notice.Kind.ERROR, request.text().count("register.too_many", minutes));
        return request.page(TOO_MANY_REQUESTS, "page/entry/register", page(request, List.of(notice), form, invite))
                .with("Retry-After", Response.retryAfterSeconds(wait));
    }
}
