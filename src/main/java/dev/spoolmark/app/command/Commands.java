package dev.spoolmark.app.command;

import dev.spoolmark.app.Failure;
import dev.spoolmark.app.Wording;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// All commands under one name, and how they end: 0 done, 1 not done for a reason told in one sentence, 2 called
/// wrongly.
public final class Commands {

    private final Surroundings around;

    public Commands(Surroundings around) {
        this.around = around;
    }

    public CommandLine line() {
        CommandLine line = new CommandLine(new SpoolmarkCommand())
                .addSubcommand(new ServeCommand(around))
                .addSubcommand(group(
                        new UserCommand(),
                        new UserAddCommand(around),
                        new UserLoadCommand(around),
                        new UserSetCommand(around),
                        new UserPasswordCommand(around)))
                .addSubcommand(group(new KeyCommand(), new KeyAddCommand(around), new KeyBlockCommand(around)))
                .addSubcommand(group(
                        new CatalogCommand(),
                        new CatalogLoadCommand(around),
                        new CatalogMergeCommand(around),
                        new CatalogRefreshCommand(around),
                        new CatalogStatusCommand(around)))
                .addSubcommand(group(
                        new RebuildCommand(),
                        new RebuildAllCommand(around),
                        new RebuildPlaysCommand(around),
                        new RebuildRecommendationsCommand(around),
                        new RebuildSearchCommand(around),
                        new RebuildTrendingCommand()))
                .addSubcommand(new BackupCommand(around))
                .addSubcommand(new RestoreCommand(around))
                .addSubcommand(new CheckCommand(around))
                .addSubcommand(new ConfigCommand(around))
                .addSubcommand(new TrainCommand(around));
        return line.setExecutionExceptionHandler((fault, failed, _) -> told(fault, failed))
                .setParameterExceptionHandler((wrong, _) -> corrected(wrong));
    }

    private static CommandLine group(Object name, Object... commands) {
        CommandLine group = new CommandLine(name);
        for (Object command : commands) {
            group.addSubcommand(command);
        }
        return group;
    }

    private static int told(Exception fault, CommandLine failed) {
        failed.getErr().println(Wording.of(fault));
        failed.getErr().flush();
        return fault instanceof Failure failure ? failure.exitCode() : Failure.FAILED;
    }

    private static int corrected(ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        line.getErr()
                .println(wrong.getMessage() + ": see " + line.getCommandSpec().qualifiedName() + " --help");
        line.getErr().flush();
        return Failure.WRONG_USAGE;
    }
}
