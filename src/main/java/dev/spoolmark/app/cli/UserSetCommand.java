package dev.spoolmark.app.cli;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountPatch;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.ServerContext;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Changes settings of a user.
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        description = "Changes the settings of a user. A running server applies them within seconds.")
final class UserSetCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "NAME", description = "Name of the user.")
    private String name;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private Changes changes = new Changes();

    private static final class Changes {

        @Option(
                names = "--searchable",
                paramLabel = "true|false",
                arity = "1",
                description = "Whether search finds the user.")
        private @Nullable Boolean searchable;

        @Option(
                names = "--protected",
                paramLabel = "true|false",
                arity = "1",
                description = "Whether only approved followers see the data of the user.")
        private @Nullable Boolean isProtected;

        @Option(
                names = "--admin",
                paramLabel = "true|false",
                arity = "1",
                description = "Whether the user is an administrator.")
        private @Nullable Boolean admin;
    }

    UserSetCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            Accounts accounts = context.features(environment.clock()).accounts();
            Account account = UserCommand.account(accounts, name);
            if (changes.admin != null) {
                accounts.administration().setAdministrator(account.id(), changes.admin, Actor.OPERATOR);
            }
            if (changes.searchable != null || changes.isProtected != null) {
                accounts.change(account, new AccountPatch(changes.searchable, changes.isProtected));
            }
            print(changes.admin, account.name() + " is an administrator", account.name() + " is no administrator");
            print(
                    changes.searchable,
                    account.name() + " is found by search",
                    account.name() + " is not found by search");
            print(changes.isProtected, account.name() + " is protected", account.name() + " is public");
            return 0;
        }
    }

    private void print(@Nullable Boolean value, String yes, String no) {
        if (value != null) {
            options.print(value ? yes : no);
        }
    }
}
