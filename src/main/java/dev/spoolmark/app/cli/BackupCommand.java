package dev.spoolmark.app.cli;

import dev.spoolmark.app.Backup;
import dev.spoolmark.app.DatabaseOpener;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.app.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Writes a verified backup.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Copies the database into a file, also while the server runs, and checks the copy. An"
                + " existing file is never overwritten.")
final class BackupCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "FILE", description = "The file to create.")
    private Path file;

    BackupCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Backup backup = new Backup(databaseFile(), environment.clock());
        if (Files.exists(file)) {
            throw UserErrorException.of(file + " exists and is not overwritten: specify another file");
        }
        return report(run(backup));
    }

    private Path databaseFile() {
        Configuration.DatabaseSettings store =
                Configuration.of(options.rawSettings(environment)).database();
        if (store.url() != null) {
            throw UserErrorException.of("back up a PostgreSQL database with its own tools: pg_dump --format=custom"
                    + " --file=FILE DATABASE; pg_restore restores it");
        }
        return DatabaseOpener.file(store, options.folder())
                .orElseThrow(() -> UserErrorException.of(
                        "no database in " + options.folder() + ": specify the data directory with --data"));
    }

    private Backup.Result run(Backup backup) {
        try {
            Path part = Backup.createPart(file);
            try (TerminalProgress progress = TerminalProgress.of(environment, "backup", " bytes", backup.bytes());
                    FileSizeProgress _ = FileSizeProgress.of(part, progress)) {
                return backup.run(part, file);
            }
        } catch (IOException e) {
            throw UserErrorException.of(
                    file + " could not be written: check its directory, the owner and the free disk space");
        }
    }

    private int report(Backup.Result made) {
        made.broken().forEach(options::report);
        options.print(String.format(
                Locale.ROOT,
                "%s: %,d bytes, checked; schema %d",
                file,
                made.label().bytes(),
                made.label().schema()));
        if (made.broken().isEmpty()) {
            return 0;
        }
        throw UserErrorException.of("the backup was written, but the database is inconsistent: see the problems above");
    }
}
