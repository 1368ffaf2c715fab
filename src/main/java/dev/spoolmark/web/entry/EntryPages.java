package dev.spoolmark.web.entry;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.RegistrationLimit;
import dev.spoolmark.account.link.AccountLinks;
import dev.spoolmark.account.link.PasswordResetRequests;
import dev.spoolmark.serversettings.ServerSettings;
import dev.spoolmark.web.PageRoutes;

/// All pages of this group.
public final class EntryPages {

    private final AccountLinks links;
    private final PasswordResetRequests requests;
    private final Accounts accounts;
    private final RegistrationLimit limit;
    private final ServerSettings settings;

    /// @param limit shared with the APIs
    public EntryPages(
            AccountLinks links,
            PasswordResetRequests requests,
            Accounts accounts,
            RegistrationLimit limit,
            ServerSettings settings) {
        this.links = links;
        this.requests = requests;
        this.accounts = accounts;
        this.limit = limit;
        this.settings = settings;
    }

    public void declare(PageRoutes routes) {
        new SetupPages(links.setup(), settings).declare(routes);
        new RegisterPages(accounts, links.invites(), limit, settings).declare(routes);
        new ForgottenPages(requests).declare(routes);
        new PasswordResetPages(links.passwordResets()).declare(routes);
        new WelcomePages().declare(routes);
    }
}
