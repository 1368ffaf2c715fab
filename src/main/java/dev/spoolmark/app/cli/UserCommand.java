package dev.spoolmark.app.cli;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.app.UserErrorException;
import picocli.CommandLine.Command;

/// The commands about people.
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "People: add one, load many, change one.")
final class UserCommand {

    /// Whom a command names.
    static Account account(Accounts accounts, String name) {
        return accounts.find(name).orElseThrow(() -> UserErrorException.of("nobody here is called '" + name + "'"));
    }
}
