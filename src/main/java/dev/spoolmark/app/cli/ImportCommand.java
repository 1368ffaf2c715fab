package dev.spoolmark.app.cli;

import dev.spoolmark.account.Account;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.run.ImportChoices;
import dev.spoolmark.transfer.run.ImportFormats;
import dev.spoolmark.transfer.run.ImportPreview;
import dev.spoolmark.transfer.run.ImportRow;
import dev.spoolmark.transfer.run.ImportRun;
import dev.spoolmark.transfer.run.ImportStatus;
import dev.spoolmark.transfer.run.Imports;
import dev.spoolmark.transfer.run.RatingConflict;
import dev.spoolmark.transfer.run.RecordType;
import dev.spoolmark.transfer.run.RowOutcome;
import dev.spoolmark.transfer.server.ServerCopy;
import dev.spoolmark.transfer.server.ServerCopyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Imports a file of another tracker. The same file again adds nothing.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Imports a file of another tracker, also while the server runs. The same file again adds nothing.")
final class ImportCommand implements Callable<Integer> {

    private static final int SHOWN_ROWS = 20;

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Option(names = "--user", paramLabel = "NAME", description = "Name of the user.")
    private @Nullable String user;

    @Option(
            names = "--all",
            description = "Imports a file of `export --all` into an empty server, while it does not run.")
    private boolean isAll;

    @Spec
    private CommandSpec spec;

    @Option(names = "--dry-run", description = "Only prints what the file contains.")
    private boolean isDryRun;

    @Option(names = "--as", paramLabel = "FORMAT", description = "Format of the file, if it is not detected.")
    private @Nullable String format;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone of times without one; that of the user.")
    private @Nullable String zone;

    @Option(
            names = "--keep",
            paramLabel = "RATING",
            defaultValue = "NEWEST",
            description = "Which of two ratings counts: stored, newest (the default) or imported.")
    private RatingConflict keep;

    @Option(
            names = "--answer",
            paramLabel = "QUESTION=ANSWER",
            description = "Answers a question about the file, such as date-order=dmy; can be repeated.")
    private Map<String, String> answers = new LinkedHashMap<>();

    @Parameters(paramLabel = "FILE", description = "A file, an archive or a directory.")
    private Path file;

    ImportCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(file)) {
            throw UserErrorException.of(file + " does not exist");
        }
        if (format != null && ImportFormats.find(format).isEmpty()) {
            throw UserErrorException.of("no format is called '" + format + "': it is one of "
                    + ImportFormats.all().stream().map(ImportFormat::key).collect(Collectors.joining(", ")));
        }
        String name = user;
        if (isAll == (name != null)) {
            throw new ParameterException(spec.commandLine(), "specify either --user NAME or --all");
        }
        try (ServerContext context = options.open(environment)) {
            Features features = context.features(environment.clock());
            if (name == null) {
                return readAll(features);
            }
            Account account = UserCommand.account(features.accounts(), name);
            return run(context.imports(features), account);
        } catch (ImportFileException e) {
            throw UserErrorException.of(e.place() + " " + e.problem().text());
        }
    }

    private int readAll(Features features) throws IOException {
        try (TerminalProgress progress = TerminalProgress.of(environment, "import", " rows", 0)) {
            options.print(new ServerCopy(features.database()).read(file, progress::advance) + " rows imported; now run"
                    + " rebuild all");
            return 0;
        } catch (ServerCopyException e) {
            throw UserErrorException.of(String.valueOf(e.getMessage()));
        } catch (ZipException e) {
            throw UserErrorException.of(file + " is no ZIP file");
        }
    }

    private int run(Imports imports, Account account) throws IOException {
        imports.resume(account.id(), position -> {})
                .ifPresent(left -> options.print("an interrupted import of " + left.fileName() + " is complete now: "
                        + left.counts().text()));
        Path copy = ImportCopy.of(file, imports.files().create());
        ImportRun run;
        try {
            run = imports.upload(account.id(), String.valueOf(file.getFileName()), copy, format, choices(account));
        } catch (ProblemException e) {
            throw e.problem() instanceof Problem.TooMany
                    ? UserErrorException.of("another import of " + user + " is running: try again when it has ended")
                    : e;
        } finally {
            Files.deleteIfExists(copy);
        }
        ImportPreview preview = preview(imports, run);
        if (isDryRun) {
            imports.discard(account.id(), run.id());
            ImportText.preview(preview).forEach(options::print);
            return 0;
        }
        imports.start(account.id(), run.id(), run.choices(), preview.records());
        try (TerminalProgress progress = TerminalProgress.of(environment, "import", " records", preview.records())) {
            return report(imports, imports.runNow(account.id(), run.id(), progress::advance));
        }
    }

    private ImportPreview preview(Imports imports, ImportRun run) {
        try {
            ImportPreview preview = imports.preview(run);
            for (ImportQuestion question : preview.questions()) {
                if (question.isRequired() && !answers.containsKey(question.key())) {
                    throw UserErrorException.of(ImportText.missingAnswer(question));
                }
            }
            return preview;
        } catch (ImportFileException | UserErrorException e) {
            imports.discard(run.user(), run.id());
            throw e;
        }
    }

    private ImportChoices choices(Account account) {
        try {
            ZoneId used = zone == null ? account.preferences().timeZone() : ZoneId.of(zone);
            return new ImportChoices(used.getId(), answers, EnumSet.allOf(RecordType.class), keep, false, false);
        } catch (DateTimeException e) {
            throw UserErrorException.of("no time zone is called '" + zone + "': use one such as Europe/Berlin");
        }
    }

    private int report(Imports imports, ImportRun run) {
        List<ImportRow> rows = imports.rows(
                run.user(),
                run.id(),
                List.of(RowOutcome.WARNING, RowOutcome.UNRESOLVED, RowOutcome.SKIPPED),
                0,
                SHOWN_ROWS);
        rows.forEach(row -> options.print(ImportText.row(row)));
        String problem = run.problem();
        if (run.status() == ImportStatus.FAILED && problem != null) {
            options.print("stopped early: " + problem);
        }
        String others = run.counts().otherText();
        if (!others.isEmpty()) {
            options.print(others + " added");
        }
        options.print(run.counts().text());
        return run.status() == ImportStatus.FINISHED ? 0 : 1;
    }
}
