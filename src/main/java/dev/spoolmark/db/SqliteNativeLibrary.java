package dev.spoolmark.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.util.LibraryLoaderUtil;

/// SQLite itself, which the driver brings along for every platform and else unpacks at each start.
///
/// With a copy in the folder that the property `org.sqlite.lib.path` names, a start is a quarter of a second
/// shorter.
public final class SqliteNativeLibrary {

    private SqliteNativeLibrary() {}

    /// Puts the library of this platform into `folder`.
    public static void unpackInto(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String packed = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream library = LibraryLoaderUtil.class.getResourceAsStream(packed)) {
            if (library == null) {
                throw new IOException("the SQLite driver has no native library for this platform");
            }
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(folder, name, ".part");
            Files.copy(library, whole, StandardCopyOption.REPLACE_EXISTING);
            Files.move(whole, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
