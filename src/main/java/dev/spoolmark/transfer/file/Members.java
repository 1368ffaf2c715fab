package dev.spoolmark.transfer.file;

import java.io.InputStream;
import java.util.List;

/// The files in an imported file.
interface Members extends AutoCloseable {

    /// Names with `/` between directories, sorted.
    List<String> names();

    /// @throws ImportFileException if there is no such member, or while it is read
    InputStream open(String member);

    @Override
    void close();
}
