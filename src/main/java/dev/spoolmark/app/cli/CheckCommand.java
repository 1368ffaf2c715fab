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

    private final CommandEnvironment around;

    @Mixin
    private DataOptions options;

    CheckCommand(CommandEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (ServerContext work = options.open(around)) {
            List<String> problems = Stream.concat(
                            work.database().integrityProblems().stream(),
                            new Invariants(work.database()).broken().stream())
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
