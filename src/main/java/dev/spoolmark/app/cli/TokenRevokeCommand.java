package dev.spoolmark.app.cli;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.oauth.GrantId;
import dev.spoolmark.oauth.OAuthTokens;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Revokes tokens of a user.
@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        description = "Revokes a personal access token or disconnects an application. A running server applies it"
                + " within 5 s.")
final class TokenRevokeCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Option(names = "--user", paramLabel = "NAME", required = true, description = "Name of the user.")
    private String user;

    @ArgGroup(multiplicity = "1")
    private Selection selection = new Selection();

    private static final class Selection {

        @Parameters(paramLabel = "NUMBER", arity = "1", description = "The number that token list prints.")
        private @Nullable Long number;

        @Option(names = "--all", description = "Everything of the user.")
        private boolean all;
    }

    TokenRevokeCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            Features features = context.features(environment.clock());
            Account account = UserCommand.account(features.accounts(), user);
            revoke(features.oauth().tokens(), account);
            options.print("revoked");
            return 0;
        }
    }

    private void revoke(OAuthTokens tokens, Account account) {
        Long number = selection.number;
        if (selection.all) {
            tokens.revokeAll(account.id(), Actor.OPERATOR);
        } else if (number == null || !tokens.revoke(account.id(), new GrantId(number), Actor.OPERATOR)) {
            throw UserErrorException.of(account.name() + " has no token " + number + ": see spoolmark token list");
        }
    }
}
