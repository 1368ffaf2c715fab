package dev.spoolmark.web.openid;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.auth.WebSignIn;
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
    private final WebSignIn signIn;
    private final OpenIdStart start;

    IdentityPages(OpenIdSignIn openId, WebSignIn signIn, OpenIdStart start) {
        this.openId = openId;
        this.signIn = signIn;
        this.start = start;
    }

    /// @param identity null if there is none
    /// @param removable whether the user has a password and can sign in without the identity
    public record IdentityPage(
            Layout layout, String provider, @Nullable LinkedIdentity identity, boolean removable) {}

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
                        .orElse(null),
                signIn.hasPassword(request.account()));
        return request.page("page/openid/identity", page);
    }

    private Response unlink(PageRequest request) {
        if (!signIn.hasPassword(request.account())) {
            return request.redirect(PATH);
        }
        Actor by = Actor.web(request.http().client());
        boolean unlinked = request.waiting(() -> openId.identities().unlink(request.account(), by));
        return unlinked ? request.redirect(PATH, "openid_unlinked") : request.redirect(PATH);
    }
}
