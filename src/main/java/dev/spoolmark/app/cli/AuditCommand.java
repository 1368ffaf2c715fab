package dev.spoolmark.app.cli;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditEntry;
import dev.spoolmark.app.ServerContext;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints the security log, one line per entry, newest first.
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description =
                "Prints the security log: changes to accounts and keys, sign-ins and failed sign-ins; newest first.")
final class AuditCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Only entries about this user.")
    private @Nullable String name;

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "100",
            description = "Maximum number of entries (default: ${DEFAULT-VALUE}).")
    private int lines;

    AuditCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            Accounts accounts = context.features(environment.clock()).accounts();
            List<AuditEntry> entries = entries(accounts);
            Map<UserId, Account> users =
                    accounts.all(entries.stream().map(AuditCommand::user).toList());
            entries.forEach(entry -> options.print(line(entry, users)));
            return 0;
        }
    }

    private List<AuditEntry> entries(Accounts accounts) {
        Audit audit = accounts.audit();
        return name == null
                ? audit.newest(lines)
                : audit.newestAbout(UserCommand.account(accounts, name).id().value(), lines);
    }

    private static UserId user(AuditEntry entry) {
        return new UserId(entry.user());
    }

    private static String line(AuditEntry entry, Map<UserId, Account> users) {
        Account account = users.get(user(entry));
        String address = entry.by().address();
        return entry.at().truncatedTo(ChronoUnit.SECONDS)
                + " " + entry.action()
                + " " + (account == null ? "-" : account.name())
                + " by " + entry.by().channel()
                + (address == null ? "" : " from " + address)
                + (entry.times() == 1 ? "" : ", " + entry.times() + " times")
                + (entry.detail().isEmpty() ? "" : ": " + entry.detail());
    }
}
