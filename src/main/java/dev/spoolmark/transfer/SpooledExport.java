package dev.spoolmark.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// An archive in a temporary file, which is deleted when it is closed.
public final class SpooledExport implements AutoCloseable {

    private final String name;
    private final FileChannel file;
    private final long bytes;
    private final AtomicLong used;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// @param used bytes of all open files
    SpooledExport(String name, FileChannel file, long bytes, AtomicLong used) {
        this.name = name;
        this.file = file;
        this.bytes = bytes;
        this.used = used;
    }

    /// The name for a file of the client.
    public String name() {
        return name;
    }

    public long bytes() {
        return bytes;
    }

    /// The archive. Closing it closes the export.
    public InputStream content() {
        return new FilterInputStream(Channels.newInputStream(file)) {
            @Override
            public void close() {
                SpooledExport.this.close();
            }
        };
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            used.addAndGet(-bytes);
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
