package dev.spoolmark.web.settings;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.secondfactor.SecondFactors;
import dev.spoolmark.account.session.Sessions;
import dev.spoolmark.openid.OpenIdSignIn;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.util.Optional;

/// How safe the account is, with the way to each page that changes it.
public final class SecurityPages {

    private static final String PATH = "/settings/security";

    private final Accounts accounts;
    private final Sessions sessions;
    private final SecondFactors secondFactors;
    private final Optional<OpenIdSignIn> openId;

    SecurityPages(Accounts accounts, Sessions sessions, SecondFactors secondFactors, Optional<OpenIdSignIn> openId) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.secondFactors = secondFactors;
        this.openId = openId;
    }

    /// @param password whether the user has one
    /// @param secondFactor whether signing in asks for a code
    /// @param secondFactorMissing whether this administrator has to turn it on
    /// @param appPasswords how many there are
    /// @param sessions how many there are
    /// @param provider name of the OpenID provider, empty if there is none
    /// @param linked whether the user has linked it
    public record SecurityPage(
            Layout layout,
            boolean password,
            boolean secondFactor,
            boolean secondFactorMissing,
            int appPasswords,
            int sessions,
            String provider,
            boolean linked) {}

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, request -> request.page("page/settings/security", page(request)));
    }

    private SecurityPage page(PageRequest request) {
        Account account = request.account();
        return request.waiting(() -> new SecurityPage(
                request.layout("settings.security.title"),
                accounts.settings().hasPassword(account.id()),
                secondFactors.isActive(account.id()),
                secondFactors.isMissing(account),
                accounts.appPasswords().list(account.id()).size(),
                sessions.list(account).size(),
                openId.map(OpenIdSignIn::name).orElse(""),
                openId.flatMap(provider -> provider.identities().find(account)).isPresent()));
    }
}
