package dev.spoolmark.web.admin;

import dev.spoolmark.account.AppId;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.Permission;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.oauth.OAuthApplication;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Applications of API v1 and OAuth, which share their keys: permissions, block and unblock.
public final class ApplicationPages {

    private static final int PAGE_SIZE = 50;
    private static final int LONGEST_KEY = 64;

    private final AdminFeatures features;

    ApplicationPages(AdminFeatures features) {
        this.features = features;
    }

    /// @param id number of the application
    /// @param oauth null if nobody connected it by OAuth
    public record Row(
            long id, Applications.Stored stored, @Nullable OAuthApplication oauth) {}

    /// @param next id from which the next page begins, or null
    public record ApplicationsPage(
            Layout layout,
            Form form,
            List<Row> rows,
            @Nullable Long next) {

        public ApplicationsPage {
            rows = List.copyOf(rows);
        }
    }

    /// @param permissions all that exist, by their names in forms
    public record PermissionsPage(Layout layout, Form form, Row row, Set<String> chosen, List<String> permissions) {

        public PermissionsPage {
            chosen = Set.copyOf(chosen);
            permissions = List.copyOf(permissions);
        }
    }

    void declare(PageRoutes routes) {
        routes.get("/admin/applications", PageAccess.ADMINISTRATOR, this::show)
                .post("/admin/applications/block", PageAccess.ADMINISTRATOR, this::blockKey)
                .get("/admin/applications/{id}", PageAccess.ADMINISTRATOR, this::showPermissions)
                .post("/admin/applications/{id}", PageAccess.ADMINISTRATOR, this::changePermissions)
                .post("/admin/applications/{id}/block", PageAccess.ADMINISTRATOR, request -> block(request, true))
                .post("/admin/applications/{id}/unblock", PageAccess.ADMINISTRATOR, request -> block(request, false));
    }

    private Response show(PageRequest request) {
        return request.page("page/admin/applications", page(request, Form.empty(request.text())));
    }

    private ApplicationsPage page(PageRequest request, Form form) {
        Optional<AppId> before =
                PathNumber.parse(request.query("before").orElse("")).map(AppId::new);
        return request.waiting(() -> {
            List<Applications.Stored> found = features.applications().newest(before, PAGE_SIZE + 1);
            List<Row> rows = rows(found.subList(0, Math.min(PAGE_SIZE, found.size())));
            Long next = found.size() > PAGE_SIZE ? rows.getLast().id() : null;
            return new ApplicationsPage(request.layout("admin.applications.title"), form, rows, next);
        });
    }

    private List<Row> rows(List<Applications.Stored> stored) {
        Map<String, OAuthApplication> oauth = features.oauth()
                .all(stored.stream()
                        .map(application -> application.application().key())
                        .toList());
        return stored.stream().map(application -> row(application, oauth)).toList();
    }

    private static Row row(Applications.Stored stored, Map<String, OAuthApplication> oauth) {
        AppId id = stored.application().id();
        return new Row(
                id == null ? 0 : id.value(),
                stored,
                oauth.get(stored.application().key()));
    }

    private Row row(PageRequest request) {
        AppId id = new AppId(PathNumber.of(request, "id"));
        return request.waiting(() -> features.applications()
                .find(id)
                .map(stored -> rows(List.of(stored)).getFirst())
                .orElseThrow(() -> AdminRequest.notFound("application")));
    }

    /// A key that nobody used yet can be blocked as well.
    private Response blockKey(PageRequest request) {
        Form form = request.form();
        String key = form.required("key", LONGEST_KEY);
        if (!form.hasErrors() && block(request, key, true)) {
            return request.redirect("/admin/applications", "key_blocked");
        }
        form.error("key", "admin.applications.key.invalid");
        return request.invalid("page/admin/applications", page(request, form));
    }

    private Response block(PageRequest request, boolean blocked) {
        block(request, row(request).stored().application().key(), blocked);
        return request.redirect("/admin/applications", blocked ? "key_blocked" : "key_unblocked");
    }

    /// @return false if the key cannot be one
    private boolean block(PageRequest request, String key, boolean blocked) {
        try {
            return request.waiting(() -> {
                features.applications().block(request.account(), key, blocked, AdminRequest.actor(request));
                return true;
            });
        } catch (ProblemException rejected) {
            if (rejected.problem() instanceof Problem.Invalid) {
                return false;
            }
            throw rejected;
        }
    }

    private Response showPermissions(PageRequest request) {
        Row row = row(request);
        return request.page(
                "page/admin/application", permissionsPage(request, row, Form.empty(request.text()), chosen(row)));
    }

    private static Set<Permission> chosen(Row row) {
        return row.stored().application().permissions();
    }

    private static PermissionsPage permissionsPage(PageRequest request, Row row, Form form, Set<Permission> chosen) {
        return new PermissionsPage(
                request.layout(
                        "admin.application.title", row.stored().application().name()),
                form,
                row,
                Set.copyOf(chosen.stream().map(Permission::key).toList()),
                Arrays.stream(Permission.values()).map(Permission::key).toList());
    }

    private Response changePermissions(PageRequest request) {
        Row row = row(request);
        Form form = request.form();
        Set<Permission> chosen = EnumSet.noneOf(Permission.class);
        for (String key : form.all("permission")) {
            Permission.ofKey(key).ifPresentOrElse(chosen::add, () -> form.error("permission", "form.choice"));
        }
        if (form.hasErrors()) {
            return request.invalid("page/admin/application", permissionsPage(request, row, form, chosen));
        }
        request.waiting(() -> {
            features.applications()
                    .changePermissions(request.account(), new AppId(row.id()), chosen, AdminRequest.actor(request));
            return row;
        });
        return request.redirect("/admin/applications", "permissions_changed");
    }
}
