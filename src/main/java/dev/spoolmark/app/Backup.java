package dev.spoolmark.app;

import dev.spoolmark.store.BackupLabel;
import dev.spoolmark.store.Backups;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Databases;
import dev.spoolmark.store.StoreFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// Making a file from which everything in a store can be brought back, while the server runs.
///
/// The settings are not in it, since they may hold secrets; nor is what is derived, since it is made anew.
public final class Backup {

    private final Path store;
    private final InstantSource clock;

    public Backup(Path store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// What came of it.
    ///
    /// @param broken what does not fit together in the store itself, and so not in its copy either
    public record Made(BackupLabel label, List<String> broken) {}

    /// How long the store is now, which is about how long its backup will be.
    public long bytes() throws IOException {
        return Files.size(store);
    }

    /// Writes into `part`, an empty file beside `target`, and gives it its name only when it is whole and looked
    /// through.
    public Made make(Path part, Path target) throws IOException {
        try {
            Backups.copy(store, part);
            List<String> broken = lookThrough(part);
            BackupLabel label = Backups.seal(part, Release.version(), clock.instant());
            Files.move(part, target);
            Backups.force(folderOf(target));
            return new Made(label, broken);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// An empty file next to `target` that only its owner may read.
    public static Path partOf(Path target) throws IOException {
        return Files.createTempFile(folderOf(target), target.getFileName() + ".", ".part");
    }

    private static List<String> lookThrough(Path copy) {
        try (Database snapshot = Databases.snapshot(copy)) {
            List<String> damage = snapshot.problems();
            if (!damage.isEmpty()) {
                throw Failure.of("the copy is damaged and was not kept (" + damage.getFirst()
                        + "): run check on the store, and see that the disk is sound");
            }
            return Databases.isUpToDate(copy) ? new Invariants(snapshot).broken() : List.of();
        } catch (StoreFailure unreadable) {
            throw Failure.of("the copy cannot be read and was not kept (" + unreadable.getMessage()
                    + "): run check on the store, and see that the disk is sound");
        }
    }

    static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }
}
