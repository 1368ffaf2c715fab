package dev.spoolmark.app.command;

import dev.spoolmark.app.Failure;
import dev.spoolmark.app.Invariants;
import dev.spoolmark.app.Workplace;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Looks through the whole store for what must not be; prints `ok`, or each problem on a line.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks the files of the store and that its rows fit together; prints ok or each problem.")
final class CheckCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private Place place;

    CheckCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Workplace work = place.open(around)) {
            List<String> problems = Stream.concat(
                            work.database().problems().stream(), new Invariants(work.database()).broken().stream())
                    .toList();
            problems.forEach(place::print);
            if (problems.isEmpty()) {
                place.print("ok");
                return 0;
            }
            return Failure.FAILED;
        }
    }
}
