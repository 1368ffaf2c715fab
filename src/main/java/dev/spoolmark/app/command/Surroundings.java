package dev.spoolmark.app.command;

import dev.spoolmark.kernel.AdjustableClock;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;

/// What a command finds around it: handed in, so that a test can be all of it.
///
/// @param terminal whether a person looks at the output and can be asked
public record Surroundings(
        Map<String, String> environment, InputStream in, PrintStream out, boolean terminal, InstantSource clock) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    @SuppressWarnings("SystemConsoleNull") // it is null where the module of the console is missing
    public static Surroundings ofThisProcess() {
        var console = System.console();
        return new Surroundings(
                System.getenv(),
                System.in,
                System.out,
                console != null && console.isTerminal(),
                AdjustableClock.ofThisMachine());
    }
}
