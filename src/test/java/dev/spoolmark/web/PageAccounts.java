package dev.spoolmark.web;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.core.Secret;
import org.jspecify.annotations.Nullable;

/// Creates users for tests of pages.
public final class PageAccounts {

    private PageAccounts() {}

    /// A user with a password.
    public static Account create(TestServer server, String name, @Nullable String email, String password) {
        return create(server, name, email, password, false);
    }

    /// An administrator with a password.
    public static Account createAdministrator(TestServer server, String name, String password) {
        return create(server, name, null, password, true);
    }

    private static Account create(
            TestServer server, String name, @Nullable String email, String password, boolean administrator) {
        return server.features()
                .accounts()
                .create(new NewAccount(name, email, Secret.sha1Of(password), administrator, CreationOrigin.OPERATOR))
                .orElseThrow()
                .account();
    }
}
