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
public final class DeletePersonPages {

    private static final String ADDRESS = "/admin/people/{name}/delete";
    private static final String TEMPLATE = "page/admin/delete-person";
    private static final String FIELD = "user_name";

    private final AccountAdministration administration;
    private final AccountErasure erasure;

    DeletePersonPages(AdminFeatures features) {
        this.administration = features.accounts().administration();
        this.erasure = features.erasure();
    }

    /// @param lines what would be erased: `1,234 plays`
    public record DeletePersonPage(Layout layout, Form form, AccountSummary person, List<String> lines) {

        public DeletePersonPage {
            lines = List.copyOf(lines);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(ADDRESS, PageAccess.ADMINISTRATOR, this::show).post(ADDRESS, PageAccess.ADMINISTRATOR, this::submit);
    }

    private Response show(PageRequest request) {
        AccountSummary person = PeoplePages.find(request, administration);
        return Confirmation.before(
                        address(person),
                        confirmed -> confirmed.page(TEMPLATE, page(confirmed, Form.empty(confirmed.text()), person)))
                .handle(request);
    }

    private static String address(AccountSummary person) {
        return PeoplePages.address(person) + "/delete";
    }

    private DeletePersonPage page(PageRequest request, Form form, AccountSummary person) {
        List<String> lines = request.waiting(() -> erasure.preview(person.id())).entrySet().stream()
                .map(entry -> request.text().count("settings.delete." + entry.getKey(), entry.getValue()))
                .toList();
        return new DeletePersonPage(request.layout("admin.delete.title", person.name()), form, person, lines);
    }

    private Response submit(PageRequest request) {
        AccountSummary person = PeoplePages.find(request, administration);
        return Confirmation.before(address(person), confirmed -> delete(confirmed, person))
                .handle(request);
    }

    private Response delete(PageRequest request, AccountSummary person) {
        request.account().requireAdministrator();
        Form form = request.form();
        if (!form.required(FIELD, ValueLimits.USER_NAME).equals(person.name())) {
            form.error(FIELD, "admin.delete.different");
        }
        if (!form.hasErrors() && !isDeleted(request, person)) {
            form.error(FIELD, "admin.person.last");
        }
        return form.hasErrors()
                ? request.invalid(TEMPLATE, page(request, form, person))
                : request.redirect("/admin/people", "person_deleted");
    }

    /// @return false for the last administrator
    private boolean isDeleted(PageRequest request, AccountSummary person) {
        try {
            return request.waiting(() -> {
                administration.delete(person.id(), AdminRequest.actor(request));
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
