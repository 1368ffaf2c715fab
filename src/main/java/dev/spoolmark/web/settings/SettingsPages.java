package dev.spoolmark.web.settings;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.web.PageRoutes;

/// All pages with the settings of a user.
public final class SettingsPages {

    private final Accounts accounts;

    public SettingsPages(Accounts accounts) {
        this.accounts = accounts;
    }

    public void declare(PageRoutes routes) {
        new AccountSettingsPages(accounts).declare(routes);
        new EmailPages(accounts).declare(routes);
        new PrivacyPages(accounts).declare(routes);
        new DisplayPages(accounts).declare(routes);
    }
}
