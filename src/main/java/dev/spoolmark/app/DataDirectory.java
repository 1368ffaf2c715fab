package dev.spoolmark.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The folder that holds everything of one server. Nobody but its owner may look inside
/// (`docs/security.md#configuration-and-files`).
public final class DataDirectory {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final Path folder;

    private DataDirectory(Path folder) {
        this.folder = folder;
    }

    /// Makes the folder when it is not there, and closes to others what is open to them, saying so.
    public static DataDirectory open(Path folder, Consumer<String> say) {
        try {
            DataDirectory directory = new DataDirectory(folder);
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                directory.close(folder, FOLDER);
            }
            directory.tighten(say);
            return directory;
        } catch (FileAlreadyExistsException e) {
            throw UserErrorException.of(folder + " is a file: name a folder with --data");
        } catch (IOException e) {
            throw UserErrorException.of(folder + " cannot be made or closed to others: check who owns it");
        }
    }

    public Path folder() {
        return folder;
    }

    /// A file of this folder, made empty and for the owner only when it is not there: what is written next to it by
    /// the store takes its permissions.
    public Path file(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
                close(file, FILE);
            }
            return file;
        } catch (IOException e) {
            throw UserErrorException.of(
                    file + " cannot be made: check who owns " + folder + " and that the disk is not full");
        }
    }

    /// Takes the folder and everything in it away.
    void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw UserErrorException.of(folder + " could not be removed: remove it by hand");
        }
    }

    private void tighten(Consumer<String> say) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                if (isOpenToOthers(file)) {
                    close(file, Files.isDirectory(file) ? FOLDER : FILE);
                    say.accept(file + " could be read by others: closed it to them");
                }
            }
        }
    }

    private boolean isOpenToOthers(Path file) throws IOException {
        return hasOwners()
                && !Files.isSymbolicLink(file)
                && !FOLDER.containsAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
    }

    private void close(Path file, Set<PosixFilePermission> permissions) throws IOException {
        if (hasOwners()) {
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /// Some file systems know no permissions; there is nothing to close on those.
    private boolean hasOwners() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
