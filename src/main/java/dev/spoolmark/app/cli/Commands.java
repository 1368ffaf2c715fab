package dev.spoolmark.app.cli;

import dev.spoolmark.app.ErrorMessages;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.core.AsciiNumber;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// All commands, and their exit codes: 0 success, 1 failure, 2 wrong usage.
public final class Commands {

    private final CommandEnvironment around;

    public Commands(CommandEnvironment around) {
        this.around = around;
    }

    /// Runs a command line; returns the exit code.
    public int run(String... words) {
        Optional<FastServeArgs> plain = FastServeArgs.of(words);
        return plain.isPresent() ? serve(plain.get()) : line().execute(words);
    }

    private int serve(FastServeArgs plain) {
        PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
        ServeRunner serving = new ServeRunner(
                around,
                plain.flags(),
                new PrintWriter(around.out(), true, around.out().charset()),
                err);
        try {
            if (plain.demo()) {
                serving.demo();
            } else {
                serving.on(plain.folder());
            }
            return 0;
        } catch (RuntimeException fault) {
            return format(fault, err);
        }
    }

    /// The command-line parser with all commands, with custom output streams.
    public CommandLine line() {
        CommandLine commandLine = new CommandLine(new SpoolmarkCommand())
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
                .addSubcommand(new AuditCommand(around))
                .addSubcommand(new ConfigCommand(around))
                .addSubcommand(new AotTrainCommand(around));
        return commandLine
                .registerConverter(Integer.class, AsciiNumber::parseInt)
                .registerConverter(int.class, AsciiNumber::parseInt)
                .registerConverter(Long.class, AsciiNumber::parseLong)
                .registerConverter(long.class, AsciiNumber::parseLong)
                .setExecutionExceptionHandler((fault, failed, _) -> format(fault, failed.getErr()))
                .setParameterExceptionHandler((wrong, _) -> corrected(wrong));
    }

    private static CommandLine group(Object name, Object... commands) {
        CommandLine group = new CommandLine(name);
        for (Object command : commands) {
            group.addSubcommand(command);
        }
        return group;
    }

    private static int format(Exception fault, PrintWriter err) {
        err.println(ErrorMessages.of(fault));
        err.flush();
        return fault instanceof UserErrorException failure ? failure.exitCode() : UserErrorException.FAILED;
    }

    private static int corrected(ParameterException wrong) {
        CommandLine commandLine = wrong.getCommandLine();
        commandLine
                .getErr()
                .println(wrong.getMessage() + ": see "
                        + commandLine.getCommandSpec().qualifiedName() + " --help");
        commandLine.getErr().flush();
        return UserErrorException.WRONG_USAGE;
    }
}
