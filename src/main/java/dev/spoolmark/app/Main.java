package dev.spoolmark.app;

import dev.spoolmark.app.cli.CommandEnvironment;
import dev.spoolmark.app.cli.Commands;
import java.util.Locale;

/// Entry point of the program.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // Our own code names a locale wherever it needs one. This is for libraries that ask for the one of the machine.
        Locale.setDefault(Locale.ROOT);
        Logging.start(System.err);
        int exitCode = new Commands(CommandEnvironment.ofThisProcess()).run(args);
        System.exit(exitCode);
    }
}
