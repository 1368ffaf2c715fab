package dev.spoolmark.app.command;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.app.Failure;
import dev.spoolmark.app.Workplace;
import java.util.concurrent.Callable;
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

    @Option(
            names = "--searchable",
            paramLabel = "true|false",
            required = true,
            arity = "1",
            description = "Whether others find the person when they search for people.")
    private boolean searchable;

    UserSetCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Workplace work = place.open(around)) {
            Accounts accounts = work.features(around.clock()).accounts();
            Account account = accounts.find(name).orElseThrow(() -> Failure.of("nobody here is called '" + name + "'"));
            accounts.setSearchable(account, searchable);
            place.print(account.name() + (searchable ? " can be found" : " cannot be found") + " by searching");
            return 0;
        }
    }
}
