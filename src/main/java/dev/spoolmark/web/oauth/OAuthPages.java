package dev.spoolmark.web.oauth;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.oauth.OAuthProvider;
import dev.spoolmark.web.PageRoutes;
import java.util.function.BooleanSupplier;

/// All pages of the OAuth provider.
public final class OAuthPages {

    private final OAuthProvider oauth;
    private final Accounts accounts;
    private final BooleanSupplier openRegistration;

    /// @param openRegistration whether visitors can create an account
    public OAuthPages(OAuthProvider oauth, Accounts accounts, BooleanSupplier openRegistration) {
        this.oauth = oauth;
        this.accounts = accounts;
        this.openRegistration = openRegistration;
    }

    public void declare(PageRoutes routes) {
        new AuthorizePages(oauth.codes(), accounts, openRegistration).declare(routes);
        new PinPages(oauth.codes(), oauth.applications()).declare(routes);
        new ActivatePages(oauth.devices(), accounts).declare(routes);
        new ConnectionPages(oauth).declare(routes);
        new OwnApplicationPages(oauth).declare(routes);
        new PersonalTokenPages(oauth.personalTokens()).declare(routes);
    }
}
