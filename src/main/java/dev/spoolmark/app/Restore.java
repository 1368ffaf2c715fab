package dev.spoolmark.app;

import dev.spoolmark.store.BackupLabel;
import dev.spoolmark.store.Backups;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Databases;
import dev.spoolmark.store.UnsoundBackup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/// Bringing a store back from a backup, into a data directory that holds none.
///
/// Nothing gets the store's name before it is read to its end, compared, brought up to date and looked through.
public final class Restore {

    private static final String PART = Stores.SQLITE_FILE + ".restoring";

    private final DataDirectory data;

    public Restore(DataDirectory data) {
        this.data = data;
    }

    /// What came of it.
    ///
    /// @param broken what did not fit together in the store when the backup was made
    public record Restored(BackupLabel label, List<String> broken) {}

    public Restored from(Path backup, LongConsumer reached) throws IOException, UnsoundBackup {
        refuseUnlessEmpty();
        Path part = data.file(PART);
        try {
            BackupLabel label = Backups.unpack(backup, part, reached);
            List<String> broken = broughtUpToDate(part);
            Files.move(part, data.folder().resolve(Stores.SQLITE_FILE));
            Backups.force(data.folder());
            return new Restored(label, broken);
        } finally {
            removeParts();
        }
    }

    private static List<String> broughtUpToDate(Path part) {
        try (Database database = Databases.sqlite(part)) {
            List<String> damage = database.problems();
            if (!damage.isEmpty()) {
                throw Failure.of("the backup holds a damaged store (" + damage.getFirst() + "): use an older one");
            }
            return new Invariants(database).broken();
        }
    }

    private void refuseUnlessEmpty() throws IOException {
        removeParts();
        try (Stream<Path> files = Files.list(data.folder())) {
            if (files.anyMatch(file -> !file.endsWith(Sources.FILE))) {
                throw Failure.of(data.folder() + " is not empty, and a server may be running on it: name a folder with"
                        + " --data that holds nothing but your " + Sources.FILE);
            }
        }
    }

    /// What a restore that was cut off left behind, with the journals of that file.
    private void removeParts() throws IOException {
        for (String end : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(data.folder().resolve(PART + end));
        }
    }
}
