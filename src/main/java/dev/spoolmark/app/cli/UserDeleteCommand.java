package dev.spoolmark.app.cli;

import dev.spoolmark.account.AccountSummary;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.UserErrorException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Deletes a user with all data, as the page does.
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Deletes a user with all data. It cannot be undone. The user is unusable and invisible at once;"
                + " the server erases the data within two hours. Asks for the name again.")
final class UserDeleteCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "NAME", description = "Name of the user.")
    private String name;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean confirmed;

    UserDeleteCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            Features features = context.features(environment.clock());
            AccountSummary account = UserCommand.summary(features.accounts(), name);
            if (!confirmed) {
                confirm(account, features.accountErasure().preview(account.id()));
            }
            features.accounts().administration().delete(account.id(), Actor.OPERATOR);
            features.sessions().revokeAll(account.id(), Actor.OPERATOR);
            context.deletedAccounts(features).recordNew();
            options.print("deleted " + account.name());
            return 0;
        }
    }

    private void confirm(AccountSummary account, Map<String, Long> rows) {
        String what = rows.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        options.report("this deletes " + account.name() + (what.isEmpty() ? "" : " with " + what)
                + " and cannot be undone; enter the name of the user to confirm:");
        if (!account.name().equals(firstLine())) {
            throw UserErrorException.of(
                    "the name was not entered, nothing was deleted: run the command again, or with" + " --yes");
        }
    }

    private String firstLine() {
        try {
            String line =
                    new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw UserErrorException.of("could not read standard input: run the command with --yes");
        }
    }
}
