package dev.spoolmark.app;

import dev.spoolmark.app.command.Commands;
import dev.spoolmark.app.command.Surroundings;
import java.util.Locale;

/// Where the program begins.
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        // Our own code names a locale wherever it needs one. This is for libraries that ask for the one of the machine.
        Locale.setDefault(Locale.ROOT);
        Logging.start(System.err);
        int exitCode = new Commands(Surroundings.ofThisProcess()).run(words);
        System.exit(exitCode);
    }
}
