package dev.spoolmark.torture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the recorded disk operations in order.
final class DiskTrace implements AutoCloseable {

    private static final int HEAD = 17;

    private final DataInputStream in;
    private long position;

    DiskTrace(Path record) throws IOException {
        in = new DataInputStream(new BufferedInputStream(Files.newInputStream(record), 1 << 20));
    }

    /// One recorded operation. The numbers of the kinds are those of `disk.c`.
    ///
    /// @param end where the next operation begins in the file
    @SuppressWarnings("ArrayRecordComponent") // megabytes of them, never compared
    record DiskOperation(int kind, int file, long offset, byte[] data, long end) {

        static final int WRITE = 1;
        static final int TRUNCATE = 2;
        static final int SYNC = 3;
        static final int CREATE = 4;
        static final int REMOVE = 5;
        static final int SYNC_FOLDER = 6;
        static final int FAILED_SYNC = 7;
        static final int PATH = 8;
    }

    Optional<DiskOperation> next() throws IOException {
        try {
            int kind = in.readByte();
            int file = Integer.reverseBytes(in.readInt());
            long offset = Long.reverseBytes(in.readLong());
            int length = Integer.reverseBytes(in.readInt());
            byte[] data = new byte[length];
            in.readFully(data);
            position += HEAD + length;
            return Optional.of(new DiskOperation(kind, file, offset, data, position));
        } catch (EOFException end) {
            return Optional.empty(); // the process was killed while it wrote this down
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
