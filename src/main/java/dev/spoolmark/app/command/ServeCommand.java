package dev.spoolmark.app.command;

import dev.spoolmark.app.Configuration;
import dev.spoolmark.app.Configuration.Flag;
import dev.spoolmark.app.Failure;
import dev.spoolmark.app.Given;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs the server until it is asked to end.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the server until SIGTERM or Ctrl-C, then finishes what is in hand and exits.")
final class ServeCommand implements Callable<Integer> {

    private final Surroundings around;

    @Spec
    private CommandSpec command;

    @Mixin
    private Place place;

    @Option(names = "--host", paramLabel = "HOST", description = "The address to listen on (default: 127.0.0.1).")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "The port (default: 8080); 0 picks a free one.")
    private @Nullable Integer port;

    @Option(
            names = "--demo",
            description = "Show it: two people, a small catalogue and a key in a folder that is removed at the end.")
    private boolean demo;

    ServeCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        if (demo && (place.isNamed() || host != null)) {
            throw Failure.usage("--demo brings a data directory of its own and listens on loopback only: leave --data,"
                    + " --database and --host out");
        }
        CommandLine line = command.commandLine();
        Serving serving = new Serving(around, flags(), line.getOut(), line.getErr());
        if (demo) {
            serving.demo();
        } else {
            serving.on(place.folder());
        }
        return 0;
    }

    private Given flags() {
        return place.flags().and(Configuration.flag(Flag.HOST, host)).and(Configuration.flag(Flag.PORT, port));
    }
}
