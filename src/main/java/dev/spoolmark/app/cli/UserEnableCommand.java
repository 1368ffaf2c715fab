package dev.spoolmark.app.cli;

import dev.spoolmark.account.AccountSummary;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.ServerContext;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Makes a disabled user usable again.
@Command(
        name = "enable",
        mixinStandardHelpOptions = true,
        description = "Makes a disabled user usable again. A running server applies it within seconds.")
final class UserEnableCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "NAME", description = "Name of the user.")
    private String name;

    UserEnableCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            Accounts accounts = context.features(environment.clock()).accounts();
            AccountSummary account = UserCommand.summary(accounts, name);
            accounts.administration().enable(account.id(), Actor.OPERATOR);
            options.print("enabled " + account.name());
            return 0;
        }
    }
}
