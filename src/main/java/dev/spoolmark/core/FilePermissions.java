package dev.spoolmark.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Restricts files and directories to their owner (`docs/security.md#configuration-and-files`). File systems without
/// POSIX permissions are left unchanged.
public final class FilePermissions {

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private FilePermissions() {}

    /// Creates the directory and its parents where they are missing, and restricts it.
    public static void createDirectory(Path directory) throws IOException {
        Files.createDirectories(directory);
        restrict(directory);
    }

    /// Restricts an existing file or directory.
    public static void restrict(Path path) throws IOException {
        if (isSupported(path)) {
            Files.setPosixFilePermissions(path, Files.isDirectory(path) ? DIRECTORY : FILE);
        }
    }

    /// Whether others than the owner have a permission. A symbolic link is never open.
    public static boolean isOpenToOthers(Path path) throws IOException {
        return isSupported(path)
                && !Files.isSymbolicLink(path)
                && !DIRECTORY.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    private static boolean isSupported(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
