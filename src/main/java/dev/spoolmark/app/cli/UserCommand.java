package dev.spoolmark.app.cli;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountSummary;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.app.UserErrorException;
import picocli.CommandLine.Command;

/// Commands for users.
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Adds and changes users.")
final class UserCommand {

    /// The user that a command names, who may be disabled.
    static AccountSummary summary(Accounts accounts, String name) {
        return accounts.administration()
                .find(name)
                .orElseThrow(() -> UserErrorException.of("no user is called '" + name + "'"));
    }

    /// The user that a command names.
    static Account account(Accounts accounts, String name) {
        return accounts.find(name).orElseThrow(() -> UserErrorException.of("no user is called '" + name + "'"));
    }
}
