package dev.spoolmark.web.settings;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import java.util.Map;

/// The e-mail address of a user, which can also be signed in with.
public final class EmailPages {

    private static final String PATH = "/settings/account/email";
    private static final String TEMPLATE = "page/settings/email";

    private final Accounts accounts;

    EmailPages(Accounts accounts) {
        this.accounts = accounts;
    }

    /// A form with the e-mail address.
    public record EmailPage(Layout layout, Form form) {}

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, Confirmation.before(PATH, EmailPages::show))
                .post(PATH, PageAccess.SIGNED_IN, Confirmation.before(PATH, this::save));
    }

    private static Response show(PageRequest request) {
        String email = request.account().email();
        return request.page(
                TEMPLATE, page(request, Form.of(request.text(), Map.of("email", email == null ? "" : email))));
    }

    private static EmailPage page(PageRequest request, Form form) {
        return new EmailPage(request.layout("settings.email.title"), form);
    }

    private Response save(PageRequest request) {
        Form form = request.form();
        Account account = request.account();
        String email = form.limited("email", ValueLimits.EMAIL);
        if (form.hasErrors()) {
            return request.invalid(TEMPLATE, page(request, form));
        }
        try {
            return request.waiting(() -> {
                Actor by = Actor.web(request.http().client());
                accounts.settings().changeEmail(account, email.isEmpty() ? null : email, by);
                return request.redirect("/settings/account", "settings_saved");
            });
        } catch (ProblemException rejected) {
            switch (rejected.problem()) {
                case Problem.Invalid(String subject) -> form.error("email", "settings.email.invalid");
                case Problem.Taken(String value, String subject) -> form.error("email", "settings.email.taken");
                default -> throw rejected;
            }
            return request.invalid(TEMPLATE, page(request, form));
        }
    }
}
