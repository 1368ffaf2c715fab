package dev.spoolmark.app.cli;

import dev.spoolmark.app.Invariants;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.UserErrorException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Checks the whole database; prints `ok`, or one line per problem.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks the integrity of the database and the consistency of its rows; prints ok or each problem.")
final class CheckCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    CheckCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            List<String> problems = Stream.concat(
                            context.database().integrityProblems().stream(),
                            new Invariants(context.database()).broken().stream())
                    .toList();
            problems.forEach(options::print);
            if (problems.isEmpty()) {
                options.print("ok");
                return 0;
            }
            return UserErrorException.FAILED;
        }
    }
}
