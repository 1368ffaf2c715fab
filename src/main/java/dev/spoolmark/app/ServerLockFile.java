package dev.spoolmark.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A lock file that tells other processes that a server uses the data directory. The operating system releases
/// it when the process ends.
///
/// Bulk imports check it: on SQLite, writers of other processes poll for the lock, and need pauses to get it.
public final class ServerLockFile implements AutoCloseable {

    private static final String FILE = "serving";

    private final FileChannel channel;

    private ServerLockFile(FileChannel channel) {
        this.channel = channel;
    }

    static ServerLockFile announce(DataDirectory data) {
        try {
            FileChannel channel = open(data.file(FILE));
            lock(channel, true);
            return new ServerLockFile(channel);
        } catch (IOException e) {
            throw UserErrorException.of(data.path().resolve(FILE) + " could not be written: check its owner");
        }
    }

    public static boolean isAnnounced(DataDirectory data) {
        try (FileChannel channel = open(data.file(FILE))) {
            FileLock lock = lock(channel, false);
            return lock == null;
        } catch (IOException e) {
            return true;
        }
    }

    /// Null if another process holds an incompatible lock.
    private static @Nullable FileLock lock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException ofThisProcess) {
            return null;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw UserErrorException.of("could not close " + FILE);
        }
    }
}
