package dev.spoolmark.app.cli;

import dev.spoolmark.account.AccountSummary;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.ServerContext;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Makes a user unusable and ends all sign-ins; the data are kept.
@Command(
        name = "disable",
        mixinStandardHelpOptions = true,
        description =
                "Makes a user unusable and ends all sign-ins; the data are kept. A running server applies it within seconds.")
final class UserDisableCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "NAME", description = "Name of the user.")
    private String name;

    UserDisableCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            Accounts accounts = context.features(environment.clock()).accounts();
            AccountSummary account = UserCommand.summary(accounts, name);
            accounts.administration().disable(account.id(), Actor.OPERATOR);
            options.print("disabled " + account.name());
            return 0;
        }
    }
}
