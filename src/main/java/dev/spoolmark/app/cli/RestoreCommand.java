package dev.spoolmark.app.cli;

import dev.spoolmark.app.DataDirectory;
import dev.spoolmark.app.Restore;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.db.InvalidBackupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Restores a backup.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Restores a backup into an empty data directory. A damaged file"
                + " is rejected before anything is written.")
final class RestoreCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "FILE", description = "The backup file.")
    private Path file;

    RestoreCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (Configuration.of(options.rawSettings(environment)).database().url() != null) {
            throw UserErrorException.of(
                    "restore a PostgreSQL database with its own tools: pg_restore --dbname=DATABASE" + " FILE");
        }
        if (!Files.isRegularFile(file)) {
            throw UserErrorException.of(file + " could not be read: check its path and owner");
        }
        Restore.Result restored = restore();
        restored.broken().forEach(options::report);
        options.print(String.format(
                Locale.ROOT, "restored the backup of %s", restored.label().made()));
        return 0;
    }

    private Restore.Result restore() {
        Restore restore = new Restore(DataDirectory.open(options.folder(), options::report));
        try (TerminalProgress progress = TerminalProgress.of(environment, "restore", " bytes", Files.size(file))) {
            return restore.from(file, progress::advance);
        } catch (InvalidBackupException e) {
            throw UserErrorException.of(file + " was not restored: " + e.getMessage() + "; use another backup");
        } catch (IOException e) {
            throw UserErrorException.of("could not write the database to " + options.folder()
                    + ": check its owner and the free disk space");
        }
    }
}
