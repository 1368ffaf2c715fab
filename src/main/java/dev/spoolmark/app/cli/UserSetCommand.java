package dev.spoolmark.app.cli;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountPatch;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.app.ServerContext;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Changes what a person wished for.
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        description = "Changes a person's settings. A running server follows within seconds.")
final class UserSetCommand implements Callable<Integer> {

    private final CommandEnvironment around;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "NAME", description = "Whose settings.")
    private String name;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private Wanted wanted = new Wanted();

    private static final class Wanted {

        @Option(
                names = "--searchable",
                paramLabel = "true|false",
                arity = "1",
                description = "Whether others find the person when they search for people.")
        private @Nullable Boolean searchable;

        @Option(
                names = "--protected",
                paramLabel = "true|false",
                arity = "1",
                description = "Whether only those see the person's data whose request to follow was approved.")
        private @Nullable Boolean isProtected;
    }

    UserSetCommand(CommandEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (ServerContext work = options.open(around)) {
            Accounts accounts = work.features(around.clock()).accounts();
            Account account = UserCommand.account(accounts, name);
            accounts.change(account, new AccountPatch(wanted.searchable, wanted.isProtected));
            print(
                    wanted.searchable,
                    account.name() + " can be found by searching",
                    account.name() + " cannot be found by searching");
            print(wanted.isProtected, account.name() + " is protected", account.name() + " is public");
            return 0;
        }
    }

    private void print(@Nullable Boolean wish, String yes, String no) {
        if (wish != null) {
            options.print(wish ? yes : no);
        }
    }
}
