package dev.spoolmark.app.command;

import dev.spoolmark.app.Configuration;
import dev.spoolmark.app.Given;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Shows every setting in force and where it came from; secrets are masked.
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Shows the settings in force, with secrets masked, and where each came from.")
final class ConfigCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private Place place;

    ConfigCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Given given = place.given(around);
        Configuration.of(given);
        List<Given.Shown> lines = given.effective();
        int width =
                lines.stream().mapToInt(line -> assignment(line).length()).max().orElse(0);
        lines.forEach(line -> place.print(pad(assignment(line), width) + "  # " + line.source()));
        return 0;
    }

    private static String assignment(Given.Shown line) {
        return line.key() + " = " + line.value();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
