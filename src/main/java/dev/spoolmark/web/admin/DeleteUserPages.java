package dev.spoolmark.web.admin;

import dev.spoolmark.account.AccountAdministration;
import dev.spoolmark.account.AccountSummary;
import dev.spoolmark.account.deletion.AccountErasure;
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
import java.util.List;

/// Deletes the account of a user, after a preview of what goes.
public final class DeleteUserPages {

    private static final String ADDRESS = "/admin/people/{name}/delete";
    private static final String TEMPLATE = "page/admin/delete-user";
    private static final String FIELD = "user_name";

    private final AccountAdministration administration;
    private final AccountErasure erasure;

    DeleteUserPages(AdminFeatures features) {
        this.administration = features.accounts().administration();
        this.erasure = features.erasure();
    }

    /// @param lines what would be erased: `1,234 plays`
    public record DeleteUserPage(Layout layout, Form form, AccountSummary user, List<String> lines) {

        public DeleteUserPage {
            lines = List.copyOf(lines);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(ADDRESS, PageAccess.ADMINISTRATOR, this::show).post(ADDRESS, PageAccess.ADMINISTRATOR, this::submit);
    }

    private Response show(PageRequest request) {
        AccountSummary user = UserPages.find(request, administration);
        return Confirmation.before(
                        address(user),
                        confirmed -> confirmed.page(TEMPLATE, page(confirmed, Form.empty(confirmed.text()), user)))
                .handle(request);
    }

    private static String address(AccountSummary user) {
        return UserPages.address(user) + "/delete";
    }

    private DeleteUserPage page(PageRequest request, Form form, AccountSummary user) {
        List<String> lines = request.waiting(() -> erasure.preview(user.id())).entrySet().stream()
                .map(entry -> request.text().count("settings.delete." + entry.getKey(), entry.getValue()))
                .toList();
        return new DeleteUserPage(request.layout("admin.delete.title", user.name()), form, user, lines);
    }

    private Response submit(PageRequest request) {
        AccountSummary user = UserPages.find(request, administration);
        return Confirmation.before(address(user), confirmed -> delete(confirmed, user))
                .handle(request);
    }

    private Response delete(PageRequest request, AccountSummary user) {
        request.account().requireAdministrator();
        Form form = request.form();
        if (!form.required(FIELD, ValueLimits.USER_NAME).equals(user.name())) {
            form.error(FIELD, "admin.delete.different");
        }
        if (!form.hasErrors() && !isDeleted(request, user)) {
            form.error(FIELD, "admin.user.last");
        }
        return form.hasErrors()
                ? request.invalid(TEMPLATE, page(request, form, user))
                : request.redirect("/admin/people", "user_deleted");
    }

    /// @return false for the last administrator
    private boolean isDeleted(PageRequest request, AccountSummary user) {
        try {
            return request.waiting(() -> {
                administration.delete(user.id(), AdminRequest.actor(request));
                return true;
            });
        } catch (ProblemException rejected) {
            if (rejected.problem() instanceof Problem.NotAllowed) {
                return false;
            }
            throw rejected;
        }
    }
}
