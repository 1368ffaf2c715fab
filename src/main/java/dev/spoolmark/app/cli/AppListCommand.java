package dev.spoolmark.app.cli;

import dev.spoolmark.app.ServerContext;
import dev.spoolmark.oauth.OAuthApplication;
import dev.spoolmark.oauth.OAuthProvider;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Prints the OAuth applications.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Prints one line per application: client id, type, state, name, redirect addresses.")
final class AppListCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    AppListCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            OAuthProvider oauth = context.features(environment.clock()).oauth();
            oauth.applications().all().forEach(application -> options.print(line(application)));
            return 0;
        }
    }

    private static String line(OAuthApplication application) {
        String state = application.blocked()
                ? "blocked"
                : application.application().registered() ? "registered" : "unregistered";
        return String.join(
                        " ",
                        application.clientId(),
                        application.type().name().toLowerCase(Locale.ROOT),
                        state,
                        "'" + application.application().name() + "'",
                        String.join(" ", application.redirectUris()))
                .strip();
    }
}
