package dev.spoolmark.web.admin;

import dev.spoolmark.account.Registration;
import dev.spoolmark.account.link.Invite;
import dev.spoolmark.account.link.InviteTerms;
import dev.spoolmark.account.link.NewInvite;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Invitations to register: create, list, revoke.
public final class InvitePages {

    private static final int LONGEST_NOTE = 100;
    private static final int MAX_DAYS = 365;
    private static final int MAX_USES = 1_000;

    private final AdminFeatures features;

    InvitePages(AdminFeatures features) {
        this.features = features;
    }

    /// @param invites newest first
    /// @param link of the invitation that was just created, which is not shown again; null otherwise
    /// @param closed whether nobody can register, so that invitations do not work
    public record InvitesPage(
            Layout layout,
            Form form,
            List<Invite> invites,
            Instant now,
            @Nullable String link,
            boolean closed) {

        public InvitesPage {
            invites = List.copyOf(invites);
        }
    }

    void declare(PageRoutes routes) {
        routes.get("/admin/invites", PageAccess.ADMINISTRATOR, this::show)
                .post("/admin/invites", PageAccess.ADMINISTRATOR, this::create)
                .post("/admin/invites/{id}/revoke", PageAccess.ADMINISTRATOR, this::revoke);
    }

    private Response show(PageRequest request) {
        return request.page("page/admin/invites", page(request, preset(request), null));
    }

    private static Form preset(PageRequest request) {
        String days = Long.toString(InviteTerms.DEFAULT_VALIDITY.toDays());
        return Form.of(request.text(), Map.of("days", days, "uses", "1"));
    }

    private InvitesPage page(PageRequest request, Form form, @Nullable String link) {
        return new InvitesPage(
                request.layout("admin.invites.title"),
                form,
                request.waiting(() -> features.links().invites().list()),
                features.clock().instant(),
                link,
                request.waiting(() -> features.serverSettings().current().registration()) == Registration.CLOSED);
    }

    private Response create(PageRequest request) {
        Form form = request.form();
        String note = form.limited("note", LONGEST_NOTE);
        int days = FormNumber.of(request, "days", 1, MAX_DAYS);
        int uses = FormNumber.of(request, "uses", 1, MAX_USES);
        if (form.hasErrors()) {
            return request.invalid("page/admin/invites", page(request, form, null));
        }
        NewInvite created = request.waiting(() -> features.links()
                .invites()
                .create(
                        request.account(),
                        new InviteTerms(note, Duration.ofDays(days), uses),
                        AdminRequest.actor(request)));
        String link =
                request.http().base() + "/register?invite=" + created.code().reveal();
        return request.page("page/admin/invites", page(request, preset(request), link));
    }

    private Response revoke(PageRequest request) {
        long id = PathNumber.of(request, "id");
        if (request.waiting(() -> features.links().invites().list()).stream().noneMatch(invite -> invite.id() == id)) {
            throw AdminRequest.notFound("invitation");
        }
        request.waiting(() -> {
            features.links().invites().revoke(request.account(), id, AdminRequest.actor(request));
            return id;
        });
        return request.redirect("/admin/invites", "invite_revoked");
    }
}
