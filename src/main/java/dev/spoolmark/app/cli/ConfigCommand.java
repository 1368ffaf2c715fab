package dev.spoolmark.app.cli;

import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.RawSettings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Prints every setting with its value and source; secrets are masked.
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Prints all settings with their values and sources. Secrets are masked.")
final class ConfigCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    ConfigCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        RawSettings settings = options.rawSettings(environment);
        Configuration.of(settings);
        List<RawSettings.EffectiveSetting> lines = settings.effective();
        int width =
                lines.stream().mapToInt(line -> assignment(line).length()).max().orElse(0);
        lines.forEach(line -> options.print(pad(assignment(line), width) + "  # " + line.source()));
        return 0;
    }

    private static String assignment(RawSettings.EffectiveSetting line) {
        return line.key() + " = " + line.value();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
