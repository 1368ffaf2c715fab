package dev.spoolmark.app;

import dev.spoolmark.app.config.SettingSources;
import dev.spoolmark.db.BackupTrailer;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.DatabaseFactory;
import dev.spoolmark.db.InvalidBackupException;
import dev.spoolmark.db.SqliteBackup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/// Restores a backup into an empty data directory.
///
/// The database file gets its name after it was read completely, verified, migrated and checked.
public final class Restore {

    private static final String PART = DatabaseOpener.SQLITE_FILE + ".restoring";

    private final DataDirectory data;

    public Restore(DataDirectory data) {
        this.data = data;
    }

    /// The result.
    ///
    /// @param broken inconsistencies of the database when the backup was made
    public record Result(BackupTrailer label, List<String> broken) {}

    public Result from(Path backup, LongConsumer progress) throws IOException, InvalidBackupException {
        requireEmpty();
        Path part = data.file(PART);
        try {
            BackupTrailer label = SqliteBackup.extract(backup, part, progress);
            List<String> broken = migrateAndCheck(part);
            Files.move(part, data.path().resolve(DatabaseOpener.SQLITE_FILE));
            SqliteBackup.force(data.path());
            return new Result(label, broken);
        } finally {
            deleteParts();
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
            if (files.anyMatch(file -> !file.endsWith(SettingSources.FILE))) {
                throw UserErrorException.of(
                        data.path() + " is not empty, and a server may be running on it: specify a directory with"
                                + " --data that contains nothing but " + SettingSources.FILE);
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
