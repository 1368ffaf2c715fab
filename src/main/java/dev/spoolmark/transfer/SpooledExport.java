package dev.spoolmark.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// An archive in a temporary file, which is deleted when it is closed.
public final class SpooledExport implements AutoCloseable {

    private final String name;
    private final FileChannel file;
    private final long bytes;
    private final long writtenAt;
    private final Consumer<SpooledExport> closing;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// @param writtenAt monotonic, in nanoseconds
    /// @param closing called once, before the file is deleted
    SpooledExport(String name, FileChannel file, long bytes, long writtenAt, Consumer<SpooledExport> closing) {
        this.name = name;
        this.file = file;
        this.bytes = bytes;
        this.writtenAt = writtenAt;
        this.closing = closing;
    }

    /// The name for a file of the client.
    public String name() {
        return name;
    }

    public long bytes() {
        return bytes;
    }

    long writtenAt() {
        return writtenAt;
    }

    /// The archive. Closing it closes the export. Reading it fails when it was closed, which another export does after
    /// 30 minutes.
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
            closing.accept(this);
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
