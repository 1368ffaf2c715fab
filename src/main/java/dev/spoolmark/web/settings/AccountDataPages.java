package dev.spoolmark.web.settings;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.deletion.AccountErasure;
import dev.spoolmark.account.session.Sessions;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.http.Response;
import dev.spoolmark.transfer.ExportFormat;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import java.util.Arrays;
import java.util.List;

/// What a user takes along or deletes.
public final class AccountDataPages {

    private static final String PATH = "/settings/data";
    private static final String DELETE_PATH = PATH + "/delete";
    private static final String DELETE_TEMPLATE = "page/settings/delete";

    private final Accounts accounts;
    private final Sessions sessions;
    private final AccountErasure erasure;

    AccountDataPages(Accounts accounts, Sessions sessions, AccountErasure erasure) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.erasure = erasure;
    }

    /// The page with the ways to export and to delete.
    public record AccountDataPage(Layout layout) {

        /// Keys of the formats of an export.
        public List<String> formats() {
            return Arrays.stream(ExportFormat.values()).map(ExportFormat::key).toList();
        }
    }

    /// @param name the user name, which has to be typed
    /// @param lines what would be erased: `1,234 plays`
    public record DeleteAccountPage(Layout layout, Form form, String name, List<String> lines) {

        public DeleteAccountPage {
            lines = List.copyOf(lines);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(
                        PATH,
                        PageAccess.SIGNED_IN,
                        request -> request.page(
                                "page/settings/data", new AccountDataPage(request.layout("settings.data.title"))))
                .get(
                        DELETE_PATH,
                        PageAccess.SIGNED_IN,
                        Confirmation.before(
                                DELETE_PATH,
                                request -> request.page(DELETE_TEMPLATE, page(request, Form.empty(request.text())))))
                .post(DELETE_PATH, PageAccess.SIGNED_IN, Confirmation.before(DELETE_PATH, this::delete));
    }

    private DeleteAccountPage page(PageRequest request, Form form) {
        Account account = request.account();
        List<String> lines = request.waiting(() -> erasure.preview(account.id())).entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> request.text().count("settings.delete." + entry.getKey(), entry.getValue()))
                .toList();
        return new DeleteAccountPage(request.layout("settings.delete.title"), form, account.name(), lines);
    }

    private Response delete(PageRequest request) {
        Form form = request.form();
        Account account = request.account();
        if (!form.required("user_name", ValueLimits.USER_NAME).equals(account.name())) {
            form.error("user_name", "settings.delete.different");
        }
        if (form.hasErrors()) {
            return request.invalid(DELETE_TEMPLATE, page(request, form));
        }
        try {
            return request.waiting(() -> {
                Actor by = Actor.web(request.http().client());
                accounts.administration().delete(account.id(), by);
                sessions.revokeAll(account.id(), by);
                return request.withoutSession(request.redirect("/signin", "account_deleted"));
            });
        } catch (ProblemException rejected) {
            if (!(rejected.problem() instanceof Problem.NotAllowed)) {
                throw rejected;
            }
            form.error("user_name", "settings.delete.last_administrator");
            return request.invalid(DELETE_TEMPLATE, page(request, form));
        }
    }
}
