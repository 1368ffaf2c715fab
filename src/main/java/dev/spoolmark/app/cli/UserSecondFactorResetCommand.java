package dev.spoolmark.app.cli;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.UserErrorException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Turns two-factor sign-in off for a user who lost the authenticator app and the recovery codes.
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Turns two-factor sign-in off for a user who lost the authenticator app and the recovery codes."
                + " The password stays. A running server applies it within seconds.")
final class UserSecondFactorResetCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "NAME", description = "Name of the user.")
    private String name;

    UserSecondFactorResetCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            Features features = context.features(environment.clock());
            Account account = UserCommand.account(features.accounts(), name);
            if (!features.secondFactors().disable(account, Actor.OPERATOR)) {
                throw UserErrorException.of("two-factor sign-in is not on for " + account.name());
            }
            options.print("turned two-factor sign-in off for " + account.name());
            return 0;
        }
    }
}
