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

/// Makes a store from a backup, where there is none.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Brings a store back from a file of backup, into a data directory that holds none. A damaged file"
                + " is refused before anything is made.")
final class RestoreCommand implements Callable<Integer> {

    private final CommandEnvironment around;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "FILE", description = "The file that backup made.")
    private Path file;

    RestoreCommand(CommandEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        if (Configuration.of(options.given(around)).store().url() != null) {
            throw UserErrorException.of(
                    "a PostgreSQL database is brought back with its own tools: pg_restore --dbname=DATABASE" + " FILE");
        }
        if (!Files.isRegularFile(file)) {
            throw UserErrorException.of(file + " cannot be read: check its path and who owns it");
        }
        Restore.Restored restored = restored();
        restored.broken().forEach(options::report);
        options.print(String.format(
                Locale.ROOT, "restored what was kept until %s", restored.label().made()));
        return 0;
    }

    private Restore.Restored restored() {
        Restore restore = new Restore(DataDirectory.open(options.folder(), options::report));
        try (TerminalProgress progress = TerminalProgress.of(around, "restore", " bytes", Files.size(file))) {
            return restore.from(file, progress::reached);
        } catch (InvalidBackupException e) {
            throw UserErrorException.of(file + " was not restored, " + e.getMessage() + ": use another backup");
        } catch (IOException e) {
            throw UserErrorException.of("the store could not be written to " + options.folder()
                    + ": check who owns it and that the disk is not full");
        }
    }
}
