package dev.spoolmark.web.admin;

import dev.spoolmark.account.AccountAdministration;
import dev.spoolmark.account.AccountSummary;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.Notice;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The users of the server: list, search, disable and enable, make and unmake administrators.
public final class UserPages {

    private static final int PAGE_SIZE = 50;
    private static final int LONGEST_SEARCH = 100;
    private static final String LIST = "/admin/people";
    private static final String ONE = LIST + "/{name}";

    private final AccountAdministration administration;

    UserPages(AdminFeatures features) {
        this.administration = features.accounts().administration();
    }

    /// @param form the search; its field is `q`
    /// @param next address of the next page, or null
    public record UserListPage(
            Layout layout,
            Form form,
            List<AccountSummary> users,
            @Nullable String next) {

        public UserListPage {
            users = List.copyOf(users);
        }
    }

    /// @param isSelf whether it is the account of the administrator who looks at it
    public record UserPage(Layout layout, AccountSummary user, boolean isSelf) {}

    void declare(PageRoutes routes) {
        routes.get(LIST, PageAccess.ADMINISTRATOR, this::list)
                .get(ONE, PageAccess.ADMINISTRATOR, this::show)
                .post(ONE + "/disable", PageAccess.ADMINISTRATOR, this::disable)
                .post(ONE + "/enable", PageAccess.ADMINISTRATOR, this::enable)
                .post(ONE + "/administrator", PageAccess.ADMINISTRATOR, request -> setAdministrator(request, true))
                .post(ONE + "/user", PageAccess.ADMINISTRATOR, request -> setAdministrator(request, false));
    }

    private Response list(PageRequest request) {
        String search = request.query("q").map(String::strip).orElse("");
        Form form = Form.of(request.text(), Map.of("q", search));
        form.limited("q", LONGEST_SEARCH);
        if (form.hasErrors()) {
            return request.invalid(
                    "page/admin/users", new UserListPage(request.layout("admin.users.title"), form, List.of(), null));
        }
        String after = request.query("after").orElse("");
        List<AccountSummary> found = request.waiting(() -> administration.search(search, after, PAGE_SIZE + 1));
        List<AccountSummary> users = found.subList(0, Math.min(PAGE_SIZE, found.size()));
        String next = found.size() > PAGE_SIZE
                ? LIST + "?q=" + AdminRequest.encode(search) + "&after="
                        + AdminRequest.encode(users.getLast().name())
                : null;
        return request.page(
                "page/admin/users", new UserListPage(request.layout("admin.users.title"), form, users, next));
    }

    private Response show(PageRequest request) {
        return request.page("page/admin/user", page(request, user(request), List.of()));
    }

    private AccountSummary user(PageRequest request) {
        return find(request, administration);
    }

    /// The account that the address names, which may be disabled.
    static AccountSummary find(PageRequest request, AccountAdministration administration) {
        String name = request.variable("name");
        return request.waiting(() -> administration.find(name)).orElseThrow(() -> AdminRequest.notFound("user"));
    }

    private static UserPage page(PageRequest request, AccountSummary user, List<Notice> notices) {
        return new UserPage(
                request.layoutWith(notices, "admin.user.title", user.name()),
                user,
                user.id().equals(request.account().id()));
    }

    private Response disable(PageRequest request) {
        return change(request, user -> administration.disable(user.id(), AdminRequest.actor(request)), "user_disabled");
    }

    private Response enable(PageRequest request) {
        return change(request, user -> administration.enable(user.id(), AdminRequest.actor(request)), "user_enabled");
    }

    private Response setAdministrator(PageRequest request, boolean admin) {
        return change(
                request,
                user -> administration.setAdministrator(user.id(), admin, AdminRequest.actor(request)),
                admin ? "user_administrator" : "user_user");
    }

    @FunctionalInterface
    private interface Change {

        void apply(AccountSummary user);
    }

    private Response change(PageRequest request, Change change, String notice) {
        request.account().requireAdministrator();
        AccountSummary user = user(request);
        try {
            request.waiting(() -> {
                change.apply(user);
                return user;
            });
        } catch (ProblemException rejected) {
            if (!(rejected.problem() instanceof Problem.NotAllowed)) {
                throw rejected;
            }
            Notice last = new Notice(Notice.Kind.ERROR, request.text().get("admin.user.last"));
            return request.invalid("page/admin/user", page(request, user, List.of(last)));
        }
        return request.redirect(address(user), notice);
    }

    /// The page of an account. Names of users need no encoding.
    static String address(AccountSummary user) {
        return LIST + "/" + AdminRequest.encode(user.name());
    }
}
