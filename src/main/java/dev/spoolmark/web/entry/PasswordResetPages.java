package dev.spoolmark.web.entry;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.link.LinkCode;
import dev.spoolmark.account.link.PasswordResets;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import java.util.Optional;

/// Setting a new password with a one-time link.
public final class PasswordResetPages {

    private final PasswordResets resets;

    PasswordResetPages(PasswordResets resets) {
        this.resets = resets;
    }

    /// @param code of the link, which is sent with the form
    /// @param userName whose password it is
    public record ResetPage(Layout layout, Form form, String code, String userName) {}

    /// What visitors see whose link does not work.
    public record UnusableLinkPage(Layout layout) {}

    void declare(PageRoutes routes) {
        routes.get("/reset", PageAccess.PUBLIC, this::show).post("/reset", PageAccess.PUBLIC, this::submit);
    }

    private Response show(PageRequest request) {
        Optional<LinkCode> code = request.query("code").flatMap(LinkCode::parse);
        return code.flatMap(parsed -> account(request, parsed))
                .map(account -> request.page(
                        "page/entry/reset",
                        page(
                                request,
                                Form.empty(request.text()),
                                code.orElseThrow().reveal(),
                                account)))
                .orElseGet(() -> unusable(request));
    }

    private Response submit(PageRequest request) {
        Form form = request.form();
        String sent = form.raw("code");
        Optional<LinkCode> code = LinkCode.parse(sent);
        Optional<Account> account = code.flatMap(parsed -> account(request, parsed));
        if (code.isEmpty() || account.isEmpty()) {
            return unusable(request);
        }
        Secret password = NewAccountForm.password(form);
        if (password == null || form.hasErrors()) {
            return request.invalid("page/entry/reset", page(request, form, sent, account.get()));
        }
        try {
            request.http()
                    .runBlocking(() -> resets.use(
                            code.get(), password, Actor.web(request.http().client())));
            return request.redirect("/signin", "password_set");
        } catch (ProblemException rejected) {
            if (rejected.problem() instanceof Problem.NotFound) {
                return unusable(request);
            }
            NewAccountForm.note(form, rejected);
            return request.invalid("page/entry/reset", page(request, form, sent, account.get()));
        }
    }

    private Optional<Account> account(PageRequest request, LinkCode code) {
        return request.waiting(() -> resets.find(code));
    }

    private static ResetPage page(PageRequest request, Form form, String code, Account account) {
        return new ResetPage(request.layout("reset.title"), form, code, account.name());
    }

    private static Response unusable(PageRequest request) {
        return request.page(404, "page/entry/unusable-link", new UnusableLinkPage(request.layout("reset.unusable")));
    }
}
