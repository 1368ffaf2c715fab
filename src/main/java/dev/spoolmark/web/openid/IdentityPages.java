package dev.spoolmark.web.openid;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.http.Response;
import dev.spoolmark.openid.LinkedIdentity;
import dev.spoolmark.openid.OpenIdSignIn;
import dev.spoolmark.openid.SignInPurpose;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageHandler;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import org.jspecify.annotations.Nullable;

/// The identity at the provider that a user has linked.
public final class IdentityPages {

    private static final String PATH = "/settings/security/openid";

    private final OpenIdSignIn openId;
    private final OpenIdStart start;

    IdentityPages(OpenIdSignIn openId, OpenIdStart start) {
        this.openId = openId;
        this.start = start;
    }

    /// @param identity null if there is none
    public record IdentityPage(
            Layout layout, String provider, @Nullable LinkedIdentity identity) {}

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, confirmed(this::show))
                .post(
                        PATH + "/link",
                        PageAccess.SIGNED_IN,
                        confirmed(request -> start.leave(request, SignInPurpose.LINK, PATH)))
                .post(PATH + "/unlink", PageAccess.SIGNED_IN, confirmed(this::unlink));
    }

    private static PageHandler confirmed(PageHandler handler) {
        return Confirmation.before(PATH, handler);
    }

    private Response show(PageRequest request) {
        IdentityPage page = new IdentityPage(
                request.layout("settings.openid.title", openId.name()),
                openId.name(),
                request.waiting(() -> openId.identities().find(request.account()))
                        .orElse(null));
        return request.page("page/openid/identity", page);
    }

    private Response unlink(PageRequest request) {
        Actor by = Actor.web(request.http().client());
        boolean unlinked = request.waiting(() -> openId.identities().unlink(request.account(), by));
        return unlinked ? request.redirect(PATH, "openid_unlinked") : request.redirect(PATH);
    }
}
