package dev.spoolmark.app.cli;

import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.Configuration.Flag;
import dev.spoolmark.app.config.RawSettings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs the server until it receives a signal.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the server. On SIGTERM or Ctrl-C it finishes the requests in progress and exits.")
final class ServeCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Spec
    private CommandSpec command;

    @Mixin
    private DataOptions options;

    @Option(names = "--host", paramLabel = "HOST", description = "The address to listen on (default: 127.0.0.1).")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "The port (default: 8080); 0 selects a free port.")
    private @Nullable Integer port;

    @Option(
            names = "--demo",
            description = "Runs a demo: five users with three years of plays and an API key, in a temporary directory.")
    private boolean demo;

    ServeCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (demo && (options.isSpecified() || host != null)) {
            throw UserErrorException.usage(
                    "--demo uses a temporary data directory and listens on loopback only: omit --data,"
                            + " --database and --host out");
        }
        CommandLine commandLine = command.commandLine();
        ServeRunner runner = new ServeRunner(environment, flags(), commandLine.getOut(), commandLine.getErr());
        if (demo) {
            runner.demo();
        } else {
            runner.serve(options.folder());
        }
        return 0;
    }

    private RawSettings flags() {
        return options.flags()
                .overriddenBy(Configuration.flag(Flag.HOST, host))
                .overriddenBy(Configuration.flag(Flag.PORT, port));
    }
}
