package dev.spoolmark.http;

import dev.spoolmark.core.FilePermissions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The files in which parts of requests and responses wait. Where the system allows it, a file loses its name as
/// soon as it is open. A crash between the two leaves an empty one, which the next start deletes.
public final class TemporaryFiles {

    private static final System.Logger LOG = System.getLogger(HttpServer.class.getName());
    private static final String SUFFIX = ".part";

    private TemporaryFiles() {}

    /// A new file for reading and writing, which is deleted when it is closed at the latest.
    ///
    /// @param folder created when it is not there
    public static FileChannel open(Path folder, String prefix) throws IOException {
        FilePermissions.createDirectory(folder);
        Path file = Files.createTempFile(folder, prefix, SUFFIX);
        try {
            return FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException | Error unopened) {
            Files.deleteIfExists(file);
            throw unopened;
        }
    }

    /// Deletes what an earlier process left.
    static void deleteLeft(Path folder) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException | NotDirectoryException none) {
            // Nothing was ever kept there.
        } catch (IOException | RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "old files in {0} cannot be deleted: {1}",
                    folder,
                    failed.getMessage());
        }
    }
}
