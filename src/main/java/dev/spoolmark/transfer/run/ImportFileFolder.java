package dev.spoolmark.transfer.run;

import dev.spoolmark.core.FilePermissions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Locale;

/// The files of imports that are not done, in a directory of the server. They are deleted after the import.
public final class ImportFileFolder {

    private final Path directory;

    public ImportFileFolder(Path directory) {
        this.directory = directory;
    }

    Path path(ImportRun run) {
        return path(run.user().value(), run.id());
    }

    private Path path(long user, long run) {
        return directory.resolve(String.format(Locale.ROOT, "%d-%d.import", user, run));
    }

    boolean has(ImportRun run) {
        return Files.exists(path(run));
    }

    /// Moves a file here.
    void take(ImportRun run, Path file) {
        try {
            createDirectory();
            Files.move(file, path(run), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A new empty file in the same directory, for what is being uploaded.
    public Path create() {
        try {
            createDirectory();
            return Files.createTempFile(directory, "upload", ".part");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes what uploads have left that were interrupted before a time.
    void deleteParts(Instant before) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, "upload*.part")) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(before)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Only its owner has access, as the files have the histories of users.
    private void createDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            FilePermissions.createDirectory(directory);
        }
    }

    void delete(ImportRun run) {
        try {
            Files.deleteIfExists(path(run));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
