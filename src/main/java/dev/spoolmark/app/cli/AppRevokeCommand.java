package dev.spoolmark.app.cli;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.oauth.OAuthProvider;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Revokes all tokens of an application.
@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        description = "Revokes all tokens of an application. A running server applies it within 5 s.")
final class AppRevokeCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "CLIENT_ID", description = "The client id.")
    private String clientId;

    AppRevokeCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            OAuthProvider oauth = context.features(environment.clock()).oauth();
            oauth.tokens().revokeAll(AppCommand.application(oauth, clientId), Actor.OPERATOR);
            options.print("revoked");
            return 0;
        }
    }
}
