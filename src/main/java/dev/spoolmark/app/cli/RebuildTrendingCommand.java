package dev.spoolmark.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says that nothing has to be done: what is trending is asked of the plays each time.
@Command(
        name = "trending",
        mixinStandardHelpOptions = true,
        description = "Has nothing to do: what is trending is not stored.")
final class RebuildTrendingCommand implements Callable<Integer> {

    static final String NOTHING = "nothing of trending is stored: it is read from the plays, at most a minute old";

    @Mixin
    private DataOptions options;

    @Override
    public Integer call() {
        options.print(NOTHING);
        return 0;
    }
}
