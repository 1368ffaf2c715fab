package dev.spoolmark.app.cli;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.UserId;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.oauth.ConnectedApplication;
import dev.spoolmark.oauth.GrantId;
import dev.spoolmark.oauth.PersonalTokens;
import dev.spoolmark.oauth.StoredGrant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Prints personal access tokens and connected applications.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Prints valid personal access tokens and connected applications, one line each: number, user,"
                + " name, what it permits, creation, last use.")
final class TokenListCommand implements Callable<Integer> {

    private static final int PAGE = 500;

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Option(names = "--user", paramLabel = "NAME", description = "Only those of this user.")
    private @Nullable String user;

    TokenListCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            Features features = context.features(environment.clock());
            if (user == null) {
                users(features)
                        .forEach(id -> features.accounts().find(id).ifPresent(account -> print(features, account)));
            } else {
                print(features, UserCommand.account(features.accounts(), user));
            }
            return 0;
        }
    }

    /// Users with at least one grant, in the order of their ids.
    private static Set<UserId> users(Features features) {
        PersonalTokens tokens = features.oauth().personalTokens();
        Set<UserId> users = new LinkedHashSet<>();
        List<StoredGrant> page = tokens.page(new UserId(0), new GrantId(0), PAGE);
        while (!page.isEmpty()) {
            page.forEach(grant -> users.add(grant.user()));
            page = tokens.page(page.getLast().user(), page.getLast().id(), PAGE);
        }
        return users;
    }

    private void print(Features features, Account account) {
        features.oauth()
                .personalTokens()
                .of(account)
                .forEach(grant -> options.print(line(grant, account, String.valueOf(grant.name()))));
        features.oauth()
                .tokens()
                .connected(account)
                .forEach(connected -> options.print(line(connected.grant(), account, name(connected))));
    }

    private static String name(ConnectedApplication connected) {
        return connected.application().map(Object::toString).orElse("deleted application");
    }

    private static String line(StoredGrant grant, Account account, String name) {
        String last = grant.lastUsedAt() == null
                ? "never"
                : grant.lastUsedAt().truncatedTo(ChronoUnit.SECONDS).toString();
        return grant.id().value() + " " + account.name() + " '" + name + "' "
                + permissionNames(grant.scopes()).replace(", ", ",")
                + " created " + grant.createdAt().truncatedTo(ChronoUnit.SECONDS)
                + (grant.isPersonal() && grant.expiresAt() != null
                        ? " until " + grant.expiresAt().truncatedTo(ChronoUnit.SECONDS)
                        : "")
                + " used " + last;
    }

    static String permissionNames(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::key).collect(Collectors.joining(", "));
    }
}
