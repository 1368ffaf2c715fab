package dev.spoolmark.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Prints that there is nothing to do: trending is computed from plays.
@Command(
        name = "trending",
        mixinStandardHelpOptions = true,
        description = "Does nothing: trending is computed from plays.")
final class RebuildTrendingCommand implements Callable<Integer> {

    static final String NOTHING = "nothing to do: trending is computed from plays, at most one minute old";

    @Mixin
    private DataOptions options;

    @Override
    public Integer call() {
        options.print(NOTHING);
        return 0;
    }
}
