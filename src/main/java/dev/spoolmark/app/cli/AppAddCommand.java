package dev.spoolmark.app.cli;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.core.Secret;
import dev.spoolmark.oauth.RegisteredApplication;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Registers an OAuth application; prints its secret, which is not stored.
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Registers an application. Prints its client id and, once, its client secret.")
final class AppAddCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "NAME", description = "Name of the application.")
    private String name;

    @Option(
            names = "--redirect",
            paramLabel = "URI",
            description = "Redirect address; may be repeated. urn:ietf:wg:oauth:2.0:oob shows the code to the user.")
    private @Nullable List<String> redirectUris;

    @Option(
            names = "--public",
            description = "An application that cannot keep a secret: none is made, and it has to use PKCE.")
    private boolean isPublic;

    AppAddCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            List<String> uris = redirectUris == null ? List.of() : redirectUris;
            RegisteredApplication added = context.features(environment.clock())
                    .oauth()
                    .applications()
                    .register(name, uris, !isPublic, null, Actor.OPERATOR);
            Secret secret = added.clientSecret();
            options.print("client_id " + added.application().clientId());
            if (secret != null) {
                options.print("client_secret " + secret.revealText());
            }
            return 0;
        }
    }
}
