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

/// Where models are kept between two runs: a folder with a file for each kind, or nowhere.
///
/// A file is there whole or not at all: it is written beside its place, flushed, and moved there.
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

    /// Which writing of a file one has seen.
    ///
    /// @param written in milliseconds, 0 when there is none
    record Print(long written, long bytes) {

        static final Print NONE = new Print(0, 0);
    }

    Print print(Kind kind) {
        if (folder == null) {
            return Print.NONE;
        }
        try {
            BasicFileAttributes file = Files.readAttributes(file(folder, kind), BasicFileAttributes.class);
            return new Print(file.lastModifiedTime().toMillis(), file.size());
        } catch (IOException e) {
            return Print.NONE;
        }
    }

    /// What was kept; empty when there is nothing that can be used.
    Optional<StoredModel> read(Kind kind) {
        if (folder == null || print(kind).bytes() > ModelFile.MOST_BYTES) {
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
            Path beside = Files.createTempFile(folder, kind.key(), ".new");
            FilePermissions.restrict(beside);
            flush(beside, ModelFile.bytes(kind, stored));
            Files.move(beside, file(folder, kind), StandardCopyOption.ATOMIC_MOVE);
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
