package dev.spoolmark.metadata.imdb;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// One sorted run of an [ExternalSorter].
final class SortedRun<T extends Comparable<T>> implements Comparable<SortedRun<T>> {

    private static final int BUFFER = 1 << 13;

    private final RecordCodec<T> form;
    private final DataInputStream in;
    private int left;
    private T first;

    /// @param count the number of records, at least one
    SortedRun(RecordCodec<T> form, FileChannel file, long from, int count) throws IOException {
        this.form = form;
        this.in = new DataInputStream(new BufferedInputStream(new Reading(file, from), BUFFER));
        this.left = count - 1;
        this.first = form.read(in);
    }

    T first() {
        return first;
    }

    /// Moves to the next record.
    ///
    /// @return false at the end
    boolean advance() throws IOException {
        if (left == 0) {
            return false;
        }
        left--;
        first = form.read(in);
        return true;
    }

    @Override
    public int compareTo(SortedRun<T> other) {
        return first.compareTo(other.first);
    }

    /// Reads at its own position, since many runs share the file.
    private static final class Reading extends InputStream {

        private final FileChannel file;
        private long at;

        Reading(FileChannel file, long at) {
            this.file = file;
            this.at = at;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = file.read(ByteBuffer.wrap(bytes, from, length), at);
            at += Math.max(read, 0);
            return read;
        }
    }
}
