package dev.spoolmark.app.cli;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.link.PasswordResets;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.PageLinks;
import dev.spoolmark.app.ServerContext;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Prints a link with which a user sets a new password.
@Command(
        name = "reset-link",
        mixinStandardHelpOptions = true,
        description = "Prints a link with which the user can set a new password, once and within 30 minutes.")
final class UserResetLinkCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "NAME", description = "Name of the user.")
    private String name;

    UserResetLinkCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            Features features = context.features(environment.clock());
            Account account = UserCommand.account(features.accounts(), name);
            String link = PageLinks.of(context.configuration())
                    .passwordReset(features.links().passwordResets().create(account, Actor.OPERATOR));
            options.report("this link sets a new password for " + account.name() + " once, within "
                    + PasswordResets.VALIDITY.toMinutes() + " minutes:");
            options.print(link);
            return 0;
        }
    }
}
