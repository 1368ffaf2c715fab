package dev.spoolmark.app;

import dev.spoolmark.account.AccountAdministration;
import dev.spoolmark.account.DeletedAccount;
import dev.spoolmark.account.deletion.AccountErasure;
import dev.spoolmark.app.config.SettingSources;
import dev.spoolmark.db.BackupTrailer;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.DatabaseFactory;
import dev.spoolmark.db.InvalidBackupException;
import dev.spoolmark.db.SqliteBackup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/// Restores a backup into an empty data directory.
///
/// The database file gets its name after it was read completely, verified, migrated and checked.
public final class Restore {

    private static final String PART = DatabaseOpener.SQLITE_FILE + ".restoring";

    private final DataDirectory data;
    private final InstantSource clock;

    public Restore(DataDirectory data, InstantSource clock) {
        this.data = data;
        this.clock = clock;
    }

    /// The result.
    ///
    /// @param broken inconsistencies of the database when the backup was made
    /// @param deletedAgain number of accounts that were deleted after the backup
    public record Result(BackupTrailer label, List<String> broken, int deletedAgain) {}

    /// @param deleted accounts that are deleted again
    public Result from(Path backup, List<DeletedAccount> deleted, LongConsumer progress)
            throws IOException, InvalidBackupException {
        requireEmpty();
        Path part = data.file(PART);
        try {
            BackupTrailer label = SqliteBackup.extract(backup, part, progress);
            List<String> broken = migrateAndCheck(part);
            int deletedAgain = deleteAgain(part, deleted);
            if (!deleted.isEmpty()) {
                DeletedAccountsFile.in(data.path()).write(deleted);
            }
            Files.move(part, data.path().resolve(DatabaseOpener.SQLITE_FILE));
            SqliteBackup.force(data.path());
            return new Result(label, broken, deletedAgain);
        } finally {
            deleteParts();
        }
    }

    /// Deletes and erases accounts before anybody can see them.
    private int deleteAgain(Path part, List<DeletedAccount> deleted) {
        if (deleted.isEmpty()) {
            return 0;
        }
        try (Database database = DatabaseFactory.sqlite(part)) {
            AccountAdministration administration = Features.administration(database, clock);
            int count = administration.deleteAgain(deleted).size();
            new AccountErasure(database, administration, clock, UserDataTables.erasers(clock)).runAll();
            return count;
        }
    }

    private static List<String> migrateAndCheck(Path part) {
        try (Database database = DatabaseFactory.sqlite(part)) {
            List<String> damage = database.integrityProblems();
            if (!damage.isEmpty()) {
                throw UserErrorException.of(
                        "the backup contains a damaged database (" + damage.getFirst() + "): use an older backup");
            }
            return new Invariants(database).broken();
        }
    }

    private void requireEmpty() throws IOException {
        deleteParts();
        try (Stream<Path> files = Files.list(data.path())) {
            if (files.anyMatch(
                    file -> !file.endsWith(SettingSources.FILE) && !file.endsWith(DeletedAccountsFile.NAME))) {
                throw UserErrorException.of(
                        data.path() + " is not empty, and a server may be running on it: specify a directory with"
                                + " --data that contains nothing but " + SettingSources.FILE + " and "
                                + DeletedAccountsFile.NAME);
            }
        }
    }

    /// Deletes the files of an interrupted restore.
    private void deleteParts() throws IOException {
        for (String end : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(data.path().resolve(PART + end));
        }
    }
}
