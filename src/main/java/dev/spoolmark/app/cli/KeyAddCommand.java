package dev.spoolmark.app.cli;

import dev.spoolmark.account.Application;
import dev.spoolmark.account.Permission;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.UserErrorException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Registers an application; prints its key alone on the last line, for scripts.
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Registers an application and prints its key alone on the last line.")
final class KeyAddCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "NAME", description = "Name of the application.")
    private String name;

    @Option(
            names = "--permission",
            split = ",",
            paramLabel = "WORD",
            description = "Permissions, separated by commas: read, write, scrobble, checkin, account_create"
                    + " (default: all but account_create).")
    private @Nullable List<String> permissions;

    @Option(names = "--key", paramLabel = "KEY", description = "A key that the application has built in.")
    private @Nullable String key;

    KeyAddCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Set<Permission> requested = permissions == null ? Permission.defaults() : parse(permissions);
        try (ServerContext context = options.open(environment)) {
            Application added =
                    context.features(environment.clock()).applications().add(name, requested, key);
            options.print(added.name() + " may " + format(added.permissions()));
            options.print(added.key());
            return 0;
        }
    }

    private static Set<Permission> parse(List<String> names) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String name : names) {
            permissions.add(Permission.ofKey(name.strip())
                    .orElseThrow(() -> UserErrorException.usage(
                            "unknown permission '" + name + "': use " + format(EnumSet.allOf(Permission.class)))));
        }
        return permissions;
    }

    private static String format(Set<Permission> permissions) {
        return Arrays.stream(Permission.values())
                .filter(permissions::contains)
                .map(Permission::key)
                .collect(Collectors.joining(", "));
    }
}
