package dev.spoolmark.recommendation;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.core.FilePermissions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where models are stored: a directory with one file for each kind, or nowhere.
///
/// A file is written under a temporary name, flushed and renamed, so it is complete whenever it exists.
public final class ModelLocation {

    private final @Nullable Path folder;

    private ModelLocation(@Nullable Path folder) {
        this.folder = folder;
    }

    public static ModelLocation folder(Path folder) {
        return new ModelLocation(folder);
    }

    public static ModelLocation memory() {
        return new ModelLocation(null);
    }

    /// Identifies a version of a file.
    ///
    /// @param modifiedMillis modification time in milliseconds, 0 if there is no file
    record FileVersion(long modifiedMillis, long size) {

        static final FileVersion NONE = new FileVersion(0, 0);
    }

    FileVersion fileVersion(Kind kind) {
        if (folder == null) {
            return FileVersion.NONE;
        }
        try {
            BasicFileAttributes file = Files.readAttributes(file(folder, kind), BasicFileAttributes.class);
            return new FileVersion(file.lastModifiedTime().toMillis(), file.size());
        } catch (IOException e) {
            return FileVersion.NONE;
        }
    }

    /// The stored model; empty if there is none or it is unusable.
    Optional<StoredModel> read(Kind kind) {
        if (folder == null || fileVersion(kind).size() > ModelFile.MAX_BYTES) {
            return Optional.empty();
        }
        try {
            return ModelFile.read(kind, ByteBuffer.wrap(Files.readAllBytes(file(folder, kind))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a stored model cannot be read", e);
        }
    }

    void write(Kind kind, StoredModel stored) {
        if (folder == null) {
            return;
        }
        try {
            FilePermissions.createDirectory(folder);
            Path temporary = Files.createTempFile(folder, kind.key(), ".new");
            FilePermissions.restrict(temporary);
            flush(temporary, ModelFile.bytes(kind, stored));
            Files.move(temporary, file(folder, kind), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("a model cannot be stored", e);
        }
    }

    void remove(Kind kind) {
        if (folder == null) {
            return;
        }
        try {
            Files.deleteIfExists(file(folder, kind));
        } catch (IOException e) {
            throw new UncheckedIOException("a stored model cannot be removed", e);
        }
    }

    private static void flush(Path file, ByteBuffer bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static Path file(Path folder, Kind kind) {
        return folder.resolve(kind.key() + ".model");
    }
}
