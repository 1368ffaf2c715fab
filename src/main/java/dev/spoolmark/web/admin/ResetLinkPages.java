package dev.spoolmark.web.admin;

import dev.spoolmark.account.AccountSummary;
import dev.spoolmark.account.link.PasswordResets;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import org.jspecify.annotations.Nullable;

/// One-time links with which a user sets a new password.
public final class ResetLinkPages {

    private static final String ADDRESS = "/admin/people/{name}/reset-link";

    private final AdminFeatures features;

    ResetLinkPages(AdminFeatures features) {
        this.features = features;
    }

    /// @param link null until it is created; not shown again
    /// @param minutes how long it works
    public record ResetLinkPage(
            Layout layout, AccountSummary user, @Nullable String link, long minutes) {}

    void declare(PageRoutes routes) {
        routes.get(ADDRESS, PageAccess.ADMINISTRATOR, request -> respond(request, false))
                .post(ADDRESS, PageAccess.ADMINISTRATOR, request -> respond(request, true));
    }

    private Response respond(PageRequest request, boolean create) {
        AccountSummary user = UserPages.find(request, features.accounts().administration());
        return Confirmation.before(
                        UserPages.address(user) + "/reset-link",
                        confirmed -> show(confirmed, user, create ? link(confirmed, user) : null))
                .handle(request);
    }

    private static Response show(PageRequest request, AccountSummary user, @Nullable String link) {
        return request.page(
                "page/admin/reset-link",
                new ResetLinkPage(
                        request.layout("admin.reset.title", user.name()),
                        user,
                        link,
                        PasswordResets.VALIDITY.toMinutes()));
    }

    /// A disabled account gets none: nobody could use it.
    private String link(PageRequest request, AccountSummary user) {
        request.account().requireAdministrator();
        return request.waiting(() -> features.accounts()
                .find(user.id())
                .map(account -> features.links().passwordResets().create(account, AdminRequest.actor(request)))
                .map(code -> request.http().base() + "/reset?code=" + code.reveal())
                .orElseThrow(() -> AdminRequest.notFound("user")));
    }
}
