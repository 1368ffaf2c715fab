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

    private final CommandEnvironment environment;

    public Commands(CommandEnvironment environment) {
        this.environment = environment;
    }

    /// Runs a command line; returns the exit code.
    public int run(String... args) {
        Optional<FastServeArgs> plain = FastServeArgs.of(args);
        return plain.isPresent() ? serve(plain.get()) : commandLine().execute(args);
    }

    private int serve(FastServeArgs args) {
        PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
        ServeRunner runner = new ServeRunner(
                environment,
                args.flags(),
                new PrintWriter(environment.out(), true, environment.out().charset()),
                err);
        try {
            if (args.demo()) {
                runner.demo();
            } else {
                runner.serve(args.folder());
            }
            return 0;
        } catch (RuntimeException fault) {
            return report(fault, err);
        }
    }

    /// The command-line parser with all commands, with custom output streams.
    public CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new SpoolmarkCommand())
                .addSubcommand(new ServeCommand(environment))
                .addSubcommand(group(
                        new UserCommand(),
                        new UserAddCommand(environment),
                        new UserLoadCommand(environment),
                        new UserSetCommand(environment),
                        new UserPasswordCommand(environment),
                        new UserResetLinkCommand(environment),
                        new UserDisableCommand(environment),
                        new UserEnableCommand(environment),
                        new UserDeleteCommand(environment),
                        group(new UserSecondFactorCommand(), new UserSecondFactorResetCommand(environment))))
                .addSubcommand(group(
                        new AppCommand(),
                        new AppAddCommand(environment),
                        new AppListCommand(environment),
                        new AppBlockCommand(environment),
                        new AppRevokeCommand(environment)))
                .addSubcommand(group(
                        new TokenCommand(),
                        new TokenAddCommand(environment),
                        new TokenListCommand(environment),
                        new TokenRevokeCommand(environment)))
                .addSubcommand(
                        group(new KeyCommand(), new KeyAddCommand(environment), new KeyBlockCommand(environment)))
                .addSubcommand(group(new SessionCommand(), new SessionRevokeCommand(environment)))
                .addSubcommand(group(
                        new CatalogCommand(),
                        new CatalogLoadCommand(environment),
                        new CatalogMergeCommand(environment),
                        new CatalogRefreshCommand(environment),
                        new CatalogStatusCommand(environment)))
                .addSubcommand(group(
                        new RebuildCommand(),
                        new RebuildAllCommand(environment),
                        new RebuildPlaysCommand(environment),
                        new RebuildRecommendationsCommand(environment),
                        new RebuildSearchCommand(environment),
                        new RebuildTrendingCommand()))
                .addSubcommand(new ExportCommand(environment))
                .addSubcommand(new ImportCommand(environment))
                .addSubcommand(new BackupCommand(environment))
                .addSubcommand(new RestoreCommand(environment))
                .addSubcommand(new CheckCommand(environment))
                .addSubcommand(new AuditCommand(environment))
                .addSubcommand(new ConfigCommand(environment))
                .addSubcommand(new AotTrainCommand(environment));
        return commandLine
                .registerConverter(Integer.class, AsciiNumber::parseInt)
                .registerConverter(int.class, AsciiNumber::parseInt)
                .registerConverter(Long.class, AsciiNumber::parseLong)
                .registerConverter(long.class, AsciiNumber::parseLong)
                .setExecutionExceptionHandler((fault, failed, _) -> report(fault, failed.getErr()))
                .setParameterExceptionHandler((wrong, _) -> reportUsage(wrong));
    }

    private static CommandLine group(Object name, Object... commands) {
        CommandLine group = new CommandLine(name);
        for (Object command : commands) {
            group.addSubcommand(command);
        }
        return group;
    }

    private static int report(Exception fault, PrintWriter err) {
        err.println(ErrorMessages.of(fault));
        err.flush();
        return fault instanceof UserErrorException failure ? failure.exitCode() : UserErrorException.FAILED;
    }

    private static int reportUsage(ParameterException wrong) {
        CommandLine commandLine = wrong.getCommandLine();
        commandLine
                .getErr()
                .println(wrong.getMessage() + ": see "
                        + commandLine.getCommandSpec().qualifiedName() + " --help");
        commandLine.getErr().flush();
        return UserErrorException.WRONG_USAGE;
    }
}
