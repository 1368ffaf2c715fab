package dev.spoolmark.web.oauth;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.oauth.ConnectedApplication;
import dev.spoolmark.oauth.GrantId;
import dev.spoolmark.oauth.OAuthApplication;
import dev.spoolmark.oauth.OAuthProvider;
import dev.spoolmark.oauth.StoredGrant;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a user connected, and the lists of own applications and personal access tokens.
public final class ConnectionPages {

    static final String PATH = "/settings/applications";

    private final OAuthProvider oauth;

    ConnectionPages(OAuthProvider oauth) {
        this.oauth = oauth;
    }

    /// @param connected applications that may use the account
    /// @param tokens personal access tokens
    /// @param own applications that the user registered
    public record ConnectionsPage(Layout layout, List<Grant> connected, List<Grant> tokens, List<Own> own) {

        public ConnectionsPage {
            connected = List.copyOf(connected);
            tokens = List.copyOf(tokens);
            own = List.copyOf(own);
        }
    }

    /// A connected application or a personal access token.
    ///
    /// @param id for revoking it
    /// @param may what it permits, in a few words
    /// @param since the day on which it was made
    /// @param lastUse to the hour
    /// @param expires the day on which it ends, for a personal access token
    public record Grant(
            long id,
            String name,
            String may,
            String since,
            @Nullable String lastUse,
            @Nullable String expires) {}

    /// An application that the user registered.
    public record Own(String name, String clientId, String address, boolean blocked) {}

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, this::show)
                .post(PATH + "/grants/{grant}/revoke", PageAccess.SIGNED_IN, this::revoke);
    }

    private Response show(PageRequest request) {
        Account user = request.account();
        return request.page(
                "page/oauth/connections",
                request.waiting(() -> new ConnectionsPage(
                        request.layout("oauth.connections.title"),
                        oauth.tokens().connected(user).stream()
                                .map(connected -> grant(request, connected.grant(), name(request, connected)))
                                .toList(),
                        oauth.personalTokens().of(user).stream()
                                .map(token -> grant(request, token, String.valueOf(token.name())))
                                .toList(),
                        oauth.applications().ownedBy(user.id()).stream()
                                .map(ConnectionPages::own)
                                .toList())));
    }

    private static String name(PageRequest request, ConnectedApplication connected) {
        return connected
                .application()
                .map(application -> Requester.nameOf(application, request.text()))
                .orElseGet(() -> request.text().get("oauth.deleted"));
    }

    private static Grant grant(PageRequest request, StoredGrant grant, String name) {
        Instant used = grant.lastUsedAt();
        Instant end = grant.isPersonal() ? grant.expiresAt() : null;
        return new Grant(
                grant.id().value(),
                name,
                ScopeTexts.brief(grant.scopes(), request.text()),
                request.formats().date(grant.createdAt()),
                used == null ? null : request.formats().dateTime(used),
                end == null ? null : request.formats().date(end));
    }

    private static Own own(OAuthApplication application) {
        return new Own(
                application.application().name(),
                application.clientId(),
                OwnApplicationPages.address(application),
                application.blocked());
    }

    private Response revoke(PageRequest request) {
        GrantId grant = new GrantId(PathId.parse(request.variable("grant"), "grant"));
        boolean revoked = request.waiting(() -> oauth.tokens()
                .revoke(request.account().id(), grant, Actor.web(request.http().client())));
        if (!revoked) {
            throw new ProblemException(new Problem.NotFound("grant"));
        }
        return request.redirect(PATH, "oauth_revoked");
    }
}
