package dev.spoolmark.http.response;

import dev.spoolmark.core.FilePermissions;
import dev.spoolmark.http.TemporaryFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/// Temporary files for what slow clients have not read yet of long responses. All files together take at most
/// `budget` bytes: when there is no space, the response that has been in its file for the longest is reset.
public final class SpoolFiles {

    /// Maximum number of responses that hold their content in memory because no file can be written.
    private static final int MAX_UNSPOOLED = 16;

    /// Disk space that is left free for the database.
    private static final long MIN_FREE_DISK = 256L * 1024 * 1024;

    private final Path folder;
    private final long budget;
    private final Semaphore unspooled = new Semaphore(MAX_UNSPOOLED);
    private final Deque<Spool> open = new ArrayDeque<>();
    private long used;

    /// @param folder created with the first file
    public SpoolFiles(Path folder, long budget) {
        this.folder = folder;
        this.budget = budget;
    }

    /// @param reset ends the response when another one needs its space
    Spool open(Runnable reset) throws IOException {
        FilePermissions.createDirectory(folder);
        checkSpace();
        Spool spool = new Spool(TemporaryFiles.open(folder, "response-"), reset);
        synchronized (this) {
            open.add(spool);
        }
        return spool;
    }

    private void checkSpace() throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() < MIN_FREE_DISK) {
            throw new IOException("the disk is nearly full");
        }
    }

    /// Permits for responses that wait for their client without a file.
    Semaphore unspooled() {
        return unspooled;
    }

    private synchronized boolean reserve(Spool spool, int bytes) {
        if (!spool.counted) {
            return false;
        }
        while (used + bytes > budget) {
            Spool oldest = open.peek();
            if (oldest == null || oldest == spool) {
                return false;
            }
            remove(oldest);
            oldest.reset.run();
        }
        spool.length += bytes;
        used += bytes;
        return true;
    }

    private synchronized void remove(Spool spool) {
        if (spool.counted) {
            spool.counted = false;
            open.remove(spool);
            used -= spool.length;
        }
    }

    /// The rest of one response.
    final class Spool implements AutoCloseable {

        private final FileChannel file;
        private final Runnable reset;
        private boolean counted = true;
        private long length;
        private long written;
        private long read;

        private Spool(FileChannel file, Runnable reset) {
            this.file = file;
            this.reset = reset;
        }

        /// Appends all bytes or fails.
        ///
        /// @throws IOException when there is no space on the disk or in the budget
        void append(byte[] from, int offset, int count) throws IOException {
            checkSpace();
            if (!reserve(this, count)) {
                throw new IOException("no space for a response that its client reads slowly");
            }
            ByteBuffer bytes = ByteBuffer.wrap(from, offset, count);
            while (bytes.hasRemaining()) {
                file.write(bytes, written + bytes.position() - offset);
            }
            written += count;
        }

        /// Fills `into` with the next bytes; `false` at the end.
        boolean next(ByteBuffer into) throws IOException {
            into.clear();
            into.limit((int) Math.min(into.capacity(), written - read));
            while (into.hasRemaining()) {
                int count = file.read(into, read + into.position());
                if (count < 0) {
                    throw new IOException("the file of a response is shorter than it was");
                }
            }
            into.flip();
            read += into.limit();
            return into.hasRemaining();
        }

        @Override
        public void close() throws IOException {
            remove(this);
            file.close();
        }
    }
}
