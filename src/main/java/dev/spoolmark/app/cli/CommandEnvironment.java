package dev.spoolmark.app.cli;

import dev.spoolmark.core.AdjustableClock;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;

/// The environment of a command, injected for tests.
///
/// @param terminal whether the output is a terminal
public record CommandEnvironment(
        Map<String, String> environment, InputStream in, PrintStream out, boolean terminal, InstantSource clock) {

    public CommandEnvironment {
        environment = Map.copyOf(environment);
    }

    @SuppressWarnings("SystemConsoleNull") // it is null where the module of the console is missing
    public static CommandEnvironment ofThisProcess() {
        var console = System.console();
        return new CommandEnvironment(
                System.getenv(),
                System.in,
                System.out,
                console != null && console.isTerminal(),
                AdjustableClock.ofThisMachine());
    }
}
