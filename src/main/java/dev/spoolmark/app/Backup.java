package dev.spoolmark.app;

import dev.spoolmark.db.BackupTrailer;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.DatabaseException;
import dev.spoolmark.db.DatabaseFactory;
import dev.spoolmark.db.SqliteBackup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// Creates a backup of a SQLite database while the server runs.
///
/// It contains no settings, which may be secret, and no derived data.
public final class Backup {

    private final Path database;
    private final InstantSource clock;

    public Backup(Path store, InstantSource clock) {
        this.database = store;
        this.clock = clock;
    }

    /// The result.
    ///
    /// @param broken inconsistencies of the database itself, which the backup also has
    public record Result(BackupTrailer label, List<String> broken) {}

    /// Size of the database, which is about the size of its backup.
    public long bytes() throws IOException {
        return Files.size(database);
    }

    /// Writes to `part`, an empty file beside `target`, and renames it when it is complete and checked.
    public Result run(Path part, Path target) throws IOException {
        try {
            SqliteBackup.copy(database, part);
            List<String> broken = check(part);
            BackupTrailer label = SqliteBackup.writeTrailer(part, ProductVersion.version(), clock.instant());
            Files.move(part, target);
            SqliteBackup.force(folderOf(target));
            return new Result(label, broken);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Creates an empty file beside `target` that only its owner can read.
    public static Path createPart(Path target) throws IOException {
        return Files.createTempFile(folderOf(target), target.getFileName() + ".", ".part");
    }

    private static List<String> check(Path copy) {
        try (Database snapshot = DatabaseFactory.snapshot(copy)) {
            List<String> damage = snapshot.integrityProblems();
            if (!damage.isEmpty()) {
                throw UserErrorException.of("the copy is damaged and was deleted (" + damage.getFirst()
                        + "): run check on the database and test the disk");
            }
            return DatabaseFactory.isUpToDate(copy) ? new Invariants(snapshot).broken() : List.of();
        } catch (DatabaseException unreadable) {
            throw UserErrorException.of("the copy could not be read and was deleted (" + unreadable.getMessage()
                    + "): run check on the database and test the disk");
        }
    }

    static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }
}
