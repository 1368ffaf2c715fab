package dev.spoolmark.app.cli;

import dev.spoolmark.account.DeletedAccount;
import dev.spoolmark.app.DataDirectory;
import dev.spoolmark.app.DeletedAccounts;
import dev.spoolmark.app.DeletedAccountsFile;
import dev.spoolmark.app.Restore;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.db.InvalidBackupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--deleted-accounts",
            paramLabel = "FILE",
            description =
                    "The newest file deleted-accounts of the data directory that the backup is of. By default it is"
                            + " looked for in the directory of --data, beside the backup, and above its directory.")
    private @Nullable Path deletedAccounts;

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
        List<DeletedAccountsFile> lists = deletedAccounts();
        Restore.Result restored = restore(DeletedAccounts.all(lists));
        restored.broken().forEach(options::report);
        options.print(String.format(
                Locale.ROOT, "restored the backup of %s", restored.label().made()));
        if (restored.deletedAgain() > 0) {
            options.print("accounts that were deleted after the backup, deleted again: " + restored.deletedAgain());
        }
        if (lists.isEmpty()) {
            options.report("there is no file " + DeletedAccountsFile.NAME + ": accounts that were deleted after the"
                    + " backup are active again; see --deleted-accounts");
        }
        return 0;
    }

    private List<DeletedAccountsFile> deletedAccounts() {
        if (deletedAccounts == null) {
            return DeletedAccounts.files(options.folder(), file);
        }
        if (!Files.isRegularFile(deletedAccounts)) {
            throw UserErrorException.of(deletedAccounts + " could not be read: check its path and owner");
        }
        return List.of(new DeletedAccountsFile(deletedAccounts));
    }

    private Restore.Result restore(List<DeletedAccount> deleted) {
        Restore restore = new Restore(DataDirectory.open(options.folder(), options::report), environment.clock());
        try (TerminalProgress progress = TerminalProgress.of(environment, "restore", " bytes", Files.size(file))) {
            return restore.from(file, deleted, progress::advance);
        } catch (InvalidBackupException e) {
            throw UserErrorException.of(file + " was not restored: " + e.getMessage() + "; use another backup");
        } catch (IOException e) {
            throw UserErrorException.of("could not write the database to " + options.folder()
                    + ": check its owner and the free disk space");
        }
    }
}
