package dev.spoolmark.app;

import dev.spoolmark.core.FilePermissions;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The directory with all files of one server. Only its owner has access
/// (`docs/security.md#configuration-and-files`).
public final class DataDirectory {

    private final Path path;

    private DataDirectory(Path folder) {
        this.path = folder;
    }

    /// Creates the directory if it is missing, and restricts files that other users can access.
    ///
    /// @param warnings receives a message for each file that was restricted
    /// @throws UserErrorException if the directory cannot be created or restricted
    public static DataDirectory open(Path folder, Consumer<String> warnings) {
        try {
            DataDirectory directory = new DataDirectory(folder);
            if (!Files.isDirectory(folder)) {
                FilePermissions.createDirectory(folder);
            }
            directory.restrictFiles(warnings);
            return directory;
        } catch (FileAlreadyExistsException e) {
            throw UserErrorException.of(folder + " is a file: specify a directory with --data");
        } catch (IOException e) {
            throw UserErrorException.of("could not create or restrict the directory " + folder + ": check its owner");
        }
    }

    public Path path() {
        return path;
    }

    /// A file in this directory. A missing file is created empty and restricted to the owner: files that the
    /// database creates beside it get the same permissions.
    public Path file(String name) {
        Path file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
                FilePermissions.restrict(file);
            }
            return file;
        } catch (IOException e) {
            throw UserErrorException.of(
                    "could not create " + file + ": check the owner of " + path + " and the free disk space");
        }
    }

    /// Deletes the directory and its content.
    public void delete() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw UserErrorException.of("could not delete " + path + ": delete it by hand");
        }
    }

    private void restrictFiles(Consumer<String> warnings) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted().toList()) {
                if (FilePermissions.isOpenToOthers(file)) {
                    FilePermissions.restrict(file);
                    warnings.accept(file + " was accessible by other users: restricted it to its owner");
                }
            }
        }
    }
}
