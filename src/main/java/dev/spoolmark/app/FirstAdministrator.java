package dev.spoolmark.app;

import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.auth.PasswordPolicy;
import dev.spoolmark.account.link.ServerSetup;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.core.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/// The first administrator of a server without accounts: from the settings, or by a one-time address.
public final class FirstAdministrator {

    private final ServerSetup setup;
    private final Configuration configuration;

    public FirstAdministrator(Features features, Configuration configuration) {
        this.setup = features.links().setup();
        this.configuration = configuration;
    }

    /// Creates the account of `admin.username`, if that is set and there is no account.
    ///
    /// @param messages receives one line if an account was created
    /// @throws UserErrorException if name or password is not acceptable
    public void createConfigured(Consumer<String> messages) {
        configuration.administrator().filter(_ -> setup.isNeeded()).ifPresent(administrator -> {
            try {
                setup.createAdministrator(account(administrator))
                        .ifPresent(created -> messages.accept("added the administrator " + created.name()));
            } catch (ProblemException rejected) {
                throw UserErrorException.of(
                        "could not add the administrator of admin.username: " + ErrorMessages.of(rejected));
            }
        });
    }

    private static NewAccount account(Configuration.Administrator administrator) {
        String typed = new String(administrator.password().reveal(), StandardCharsets.UTF_8);
        return new NewAccount(administrator.name(), null, PasswordPolicy.sha1Of(typed), true, CreationOrigin.OPERATOR);
    }

    /// What the operator reads if there is still no account: the address of the set-up page.
    ///
    /// @param address of the running server
    public List<String> instructions(String address) {
        return setup.start()
                .map(code -> List.of(
                        "This server has no account. To create the administrator, open this address within "
                                + ServerSetup.VALIDITY.toMinutes() + " minutes:",
                        PageLinks.of(configuration, address).setup(code)))
                .orElse(List.of());
    }
}
