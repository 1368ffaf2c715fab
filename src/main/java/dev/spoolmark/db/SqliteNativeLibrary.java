package dev.spoolmark.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.util.LibraryLoaderUtil;

/// The native library of SQLite, which the driver would unpack at each start.
///
/// A copy in the directory of the property `org.sqlite.lib.path` saves 0.25 s.
public final class SqliteNativeLibrary {

    private SqliteNativeLibrary() {}

    /// Copies the library of this platform to `folder`.
    public static void unpackInto(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String packed = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream library = LibraryLoaderUtil.class.getResourceAsStream(packed)) {
            if (library == null) {
                throw new IOException("the SQLite driver has no native library for this platform");
            }
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, name, ".part");
            Files.copy(library, temporary, StandardCopyOption.REPLACE_EXISTING);
            Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
