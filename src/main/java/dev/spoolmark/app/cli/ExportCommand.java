package dev.spoolmark.app.cli;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.Backup;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.QueryTimeout;
import dev.spoolmark.transfer.ExportFormat;
import dev.spoolmark.transfer.UserExport;
import dev.spoolmark.transfer.server.ServerCopy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes everything that is stored about a user to a file.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes everything that is stored about a user to a ZIP file, also while the server runs. An"
                + " existing file is never overwritten.")
final class ExportCommand implements Callable<Integer> {

    private static final int BUFFER = 256 * 1024;

    /// While the data are read, SQLite cannot restart its journal, and PostgreSQL keeps old versions of rows.
    private static final Duration LIMIT = Duration.ofHours(1);

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Spec
    private CommandSpec spec;

    @Option(names = "--user", paramLabel = "NAME", description = "Name of the user.")
    private @Nullable String user;

    @Option(
            names = "--all",
            description = "Writes the whole server in place of one user: a backup that can be imported on either"
                    + " database. It contains hashes of passwords.")
    private boolean isAll;

    @Option(
            names = "--as",
            paramLabel = "FORMAT",
            description = "spoolmark (the default, with everything), letterboxd, imdb, seriesguide or csv.")
    private String format = ExportFormat.SPOOLMARK.key();

    @Parameters(paramLabel = "FILE", description = "The file to create.")
    private Path file;

    ExportCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (Files.exists(file)) {
            throw UserErrorException.of(file + " exists and is not overwritten: specify another file");
        }
        if (isAll == (user != null)) {
            throw new ParameterException(spec.commandLine(), "specify either --user NAME or --all");
        }
        ExportFormat chosen = ExportFormat.find(format)
                .orElseThrow(() -> UserErrorException.of("no format is called '" + format + "': it is one of "
                        + Arrays.stream(ExportFormat.values())
                                .map(ExportFormat::key)
                                .collect(Collectors.joining(", "))));
        try (ServerContext context = options.open(environment)) {
            Features features = context.features(environment.clock());
            String name = user;
            String summary = name == null
                    ? writeAll(features)
                    : write(features, chosen, UserCommand.account(features.accounts(), name));
            options.print(summary + " written to " + file);
            return 0;
        }
    }

    private String writeAll(Features features) {
        ServerCopy copy = new ServerCopy(features.database());
        try (TerminalProgress progress = TerminalProgress.of(environment, "export", " rows", 0)) {
            Path part = Backup.createPart(file);
            try {
                long rows;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
                    rows = QueryTimeout.with(LIMIT, () -> copy.write(out, progress::advance));
                }
                Files.move(part, file);
                return rows + " rows of all tables";
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw UserErrorException.of(
                    file + " could not be written: check its directory, the owner and the free disk space");
        }
    }

    private String write(Features features, ExportFormat chosen, Account account) {
        long expected = features.accountErasure().preview(account.id()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        UserExport export = features.userExport();
        try (TerminalProgress progress = TerminalProgress.of(environment, "export", " rows", expected)) {
            Path part = Backup.createPart(file);
            try {
                String summary;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
                    summary = QueryTimeout.with(LIMIT, () -> export.write(chosen, account, out, progress::advance));
                }
                Files.move(part, file);
                export.record(account, Actor.OPERATOR);
                return summary;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (ProblemException e) {
            throw e.problem() instanceof Problem.Overloaded
                    ? UserErrorException.of("the export was stopped because it took more than one hour: try again when"
                            + " the server has less to do")
                    : e;
        } catch (IOException e) {
            throw UserErrorException.of(
                    file + " could not be written: check its directory, the owner and the free disk space");
        }
    }
}
