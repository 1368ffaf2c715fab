package dev.spoolmark.web.settings;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.auth.WebSignIn;
import dev.spoolmark.account.deletion.AccountErasure;
import dev.spoolmark.account.secondfactor.SecondFactors;
import dev.spoolmark.account.session.Sessions;
import dev.spoolmark.openid.OpenIdSignIn;
import dev.spoolmark.web.PageRoutes;
import java.util.Optional;

/// All pages with the settings of a user.
public final class SettingsPages {

    private final Accounts accounts;
    private final Sessions sessions;
    private final WebSignIn signIn;
    private final SecondFactors secondFactors;
    private final AccountErasure erasure;
    private final Optional<OpenIdSignIn> openId;
    private final boolean passwordOnV1;

    /// @param openId the OpenID provider, if there is one
    /// @param passwordOnV1 whether the operator allows sign-in passwords on v1 (`docs/security.md#sec-c6`)
    public SettingsPages(
            Accounts accounts,
            Sessions sessions,
            WebSignIn signIn,
            SecondFactors secondFactors,
            AccountErasure erasure,
            Optional<OpenIdSignIn> openId,
            boolean passwordOnV1) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.signIn = signIn;
        this.secondFactors = secondFactors;
        this.erasure = erasure;
        this.openId = openId;
        this.passwordOnV1 = passwordOnV1;
    }

    public void declare(PageRoutes routes) {
        new AccountSettingsPages(accounts).declare(routes);
        new EmailPages(accounts).declare(routes);
        new PrivacyPages(accounts).declare(routes);
        new DisplayPages(accounts).declare(routes);
        new SecurityPages(accounts, sessions, secondFactors, openId).declare(routes);
        new PasswordChangePages(accounts, sessions, signIn).declare(routes);
        new SecondFactorPages(secondFactors).declare(routes);
        new AppPasswordPages(accounts, secondFactors, passwordOnV1).declare(routes);
        new SessionPages(sessions).declare(routes);
        new OwnLogPages(accounts).declare(routes);
        new AccountDataPages(accounts, sessions, erasure).declare(routes);
    }
}
