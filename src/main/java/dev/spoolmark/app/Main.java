package dev.spoolmark.app;

import dev.spoolmark.app.command.Commands;
import dev.spoolmark.app.command.Surroundings;

/// Where the program begins.
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        Logging.start(System.err);
        int exitCode = new Commands(Surroundings.ofThisProcess()).run(words);
        System.exit(exitCode);
    }
}
