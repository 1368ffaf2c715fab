package dev.spoolmark.metadata.imdb;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Some of what lies on the [ExternalSorter], sorted, read from its place in the file on.
final class SortedRun<T extends Comparable<T>> implements Comparable<SortedRun<T>> {

    private static final int BUFFER = 1 << 13;

    private final RecordCodec<T> form;
    private final DataInputStream in;
    private int left;
    private T first;

    /// @param count how many there are, at least one
    SortedRun(RecordCodec<T> form, FileChannel file, long from, int count) throws IOException {
        this.form = form;
        this.in = new DataInputStream(new BufferedInputStream(new Reading(file, from), BUFFER));
        this.left = count - 1;
        this.first = form.read(in);
    }

    T first() {
        return first;
    }

    /// Goes to the one behind the first; false when there is none.
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

    /// Reads at a place of its own, since many read the file at once.
    private static final class Reading extends InputStream {

        private final FileChannel file;
        private long at;

        Reading(FileChannel file, long at) {
            this.file = file;
            this.at = at;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = file.read(ByteBuffer.wrap(bytes, from, length), at);
            at += Math.max(read, 0);
            return read;
        }
    }
}
