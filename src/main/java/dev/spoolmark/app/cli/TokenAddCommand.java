package dev.spoolmark.app.cli;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.oauth.PersonalToken;
import dev.spoolmark.oauth.Scopes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Creates a personal access token; prints it alone on the last line, for scripts.
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Creates a personal access token and prints it alone on the last line, once.")
final class TokenAddCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Option(names = "--user", paramLabel = "NAME", required = true, description = "Name of the user.")
    private String user;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            defaultValue = "command line",
            description = "What the token is for (default: ${DEFAULT-VALUE}).")
    private String name;

    @Option(
            names = "--scope",
            split = ",",
            paramLabel = "WORD",
            description = "What it permits, separated by commas: read, write, scrobble, checkin (default: all).")
    private @Nullable List<String> scopes;

    @Option(names = "--days", paramLabel = "N", description = "Days until it expires (default: never).")
    private @Nullable Integer days;

    TokenAddCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Set<Permission> permitted = scopes(scopes == null ? List.of() : scopes);
        Optional<Duration> lifetime = Optional.ofNullable(days).map(Duration::ofDays);
        try (ServerContext context = options.open(environment)) {
            Features features = context.features(environment.clock());
            Account account = UserCommand.account(features.accounts(), user);
            PersonalToken created =
                    features.oauth().personalTokens().create(account, name, permitted, lifetime, Actor.OPERATOR);
            options.print("token " + created.grant().id().value() + " of " + account.name() + " may "
                    + TokenListCommand.permissionNames(permitted));
            options.print(created.token().revealText());
            return 0;
        }
    }

    private static Set<Permission> scopes(List<String> names) {
        try {
            return Scopes.ofKeys(names);
        } catch (ProblemException unknown) {
            throw UserErrorException.usage("unknown scope in '" + String.join(",", names) + "': use "
                    + TokenListCommand.permissionNames(Scopes.all()));
        }
    }
}
