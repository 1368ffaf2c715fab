package dev.spoolmark.app.command;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.UserId;
import dev.spoolmark.app.Workplace;
import dev.spoolmark.audit.Audit;
import dev.spoolmark.audit.Entry;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads the security log out, one entry a line, the newest first.
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Tells what was done to accounts and keys, and who signed in or tried to; the newest first.")
final class AuditCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private Place place;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Only what is about this person.")
    private @Nullable String name;

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "100",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int lines;

    AuditCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Workplace work = place.open(around)) {
            Accounts accounts = work.features(around.clock()).accounts();
            List<Entry> entries = entries(accounts);
            Map<UserId, Account> people =
                    accounts.all(entries.stream().map(AuditCommand::user).toList());
            entries.forEach(entry -> place.print(line(entry, people)));
            return 0;
        }
    }

    private List<Entry> entries(Accounts accounts) {
        Audit audit = accounts.audit();
        return name == null
                ? audit.newest(lines)
                : audit.newestOf(UserCommand.person(accounts, name).id().value(), lines);
    }

    private static UserId user(Entry entry) {
        return new UserId(entry.user());
    }

    private static String line(Entry entry, Map<UserId, Account> people) {
        Account person = people.get(user(entry));
        String address = entry.by().address();
        return entry.at().truncatedTo(ChronoUnit.SECONDS)
                + " " + entry.deed()
                + " " + (person == null ? "-" : person.name())
                + " by " + entry.by().door()
                + (address == null ? "" : " from " + address)
                + (entry.times() == 1 ? "" : ", " + entry.times() + " times")
                + (entry.detail().isEmpty() ? "" : ": " + entry.detail());
    }
}
