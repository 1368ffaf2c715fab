package dev.spoolmark.app.cli;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.ServerContext;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Signs a user out of all browsers.
@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        description = "Signs a user out of all browsers. A running server applies it within 5 s.")
final class SessionRevokeCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Option(names = "--user", paramLabel = "NAME", required = true, description = "Name of the user.")
    private String user;

    SessionRevokeCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            Features features = context.features(environment.clock());
            Account account = UserCommand.account(features.accounts(), user);
            int ended = features.sessions().revokeAll(account.id(), Actor.OPERATOR);
            options.print("signed " + account.name() + " out of " + ended + (ended == 1 ? " session" : " sessions"));
            return 0;
        }
    }
}
