package dev.spoolmark.app.command;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Wishes;
import dev.spoolmark.app.Workplace;
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

    private final Surroundings around;

    @Mixin
    private Place place;

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

    UserSetCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Workplace work = place.open(around)) {
            Accounts accounts = work.features(around.clock()).accounts();
            Account account = UserCommand.person(accounts, name);
            accounts.change(account, new Wishes(wanted.searchable, wanted.isProtected));
            tell(
                    wanted.searchable,
                    account.name() + " can be found by searching",
                    account.name() + " cannot be found by searching");
            tell(wanted.isProtected, account.name() + " is protected", account.name() + " is public");
            return 0;
        }
    }

    private void tell(@Nullable Boolean wish, String yes, String no) {
        if (wish != null) {
            place.print(wish ? yes : no);
        }
    }
}
