package dev.spoolmark.app.command;

import dev.spoolmark.app.Configuration;
import dev.spoolmark.app.DataDirectory;
import dev.spoolmark.app.Failure;
import dev.spoolmark.app.Restore;
import dev.spoolmark.store.UnsoundBackup;
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

    private final Surroundings around;

    @Mixin
    private Place place;

    @Parameters(paramLabel = "FILE", description = "The file that backup made.")
    private Path file;

    RestoreCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        if (Configuration.of(place.given(around)).store().url() != null) {
            throw Failure.of(
                    "a PostgreSQL database is brought back with its own tools: pg_restore --dbname=DATABASE" + " FILE");
        }
        if (!Files.isRegularFile(file)) {
            throw Failure.of(file + " cannot be read: check its path and who owns it");
        }
        Restore.Restored restored = restored();
        restored.broken().forEach(place::say);
        place.print(String.format(
                Locale.ROOT, "restored what was kept until %s", restored.label().made()));
        return 0;
    }

    private Restore.Restored restored() {
        Restore restore = new Restore(DataDirectory.open(place.folder(), place::say));
        try (Progress progress = Progress.of(around, "restore", " bytes", Files.size(file))) {
            return restore.from(file, progress::reached);
        } catch (UnsoundBackup e) {
            throw Failure.of(file + " was not restored, " + e.getMessage() + ": use another backup");
        } catch (IOException e) {
            throw Failure.of("the store could not be written to " + place.folder()
                    + ": check who owns it and that the disk is not full");
        }
    }
}
