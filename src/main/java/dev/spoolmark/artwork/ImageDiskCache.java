package dev.spoolmark.artwork;

import dev.spoolmark.core.FilePermissions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A cache of images on disk with a size limit. The least recently used are deleted first
/// (`docs/security.md#sec-f5`).
///
/// All images can be fetched again, so a failing disk loses images and nothing else.
public final class ImageDiskCache {

    private static final System.Logger LOG = System.getLogger(ImageDiskCache.class.getName());
    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final long budget;
    private final InstantSource clock;
    private final AtomicInteger unfinished = new AtomicInteger();
    private long usedBytes = -1;

    /// @param folder created with the first image
    /// @param budget in bytes
    public ImageDiskCache(Path folder, long budget, InstantSource clock) {
        this.folder = folder;
        this.budget = budget;
        this.clock = clock;
    }

    /// @return the free bytes on the disk of the cache; -1 if unknown
    public long free() {
        Path existing = folder.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException e) {
            return -1;
        }
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    /// @return an open file; it can be read to its end even if it is deleted meanwhile
    Optional<Image> open(String name, String tag) {
        Path file = folder.resolve(name);
        try {
            Optional<Image> image = opened(file, tag);
            markUsed(file);
            return image;
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException broken) {
            LOG.log(System.Logger.Level.WARNING, "cached image cannot be read: {0}", broken.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Image> opened(Path file, String tag) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        Optional<Image> image = Optional.empty();
        try {
            image = image(channel, tag);
        } finally {
            if (image.isEmpty()) {
                channel.close();
            }
        }
        return image;
    }

    /// On a read-only disk the order of use does not change.
    private void markUsed(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } catch (IOException readOnly) {
            LOG.log(System.Logger.Level.DEBUG, "time of a cached image cannot be set: {0}", readOnly.getMessage());
        }
    }

    private static Optional<Image> image(FileChannel channel, String tag) throws IOException {
        ByteBuffer begin = ByteBuffer.allocate(ImageFormat.SIGN_BYTES);
        channel.read(begin, 0);
        long length = channel.size();
        return ImageFormat.of(begin.array())
                .map(format -> new Image(Channels.newInputStream(channel), length, format.type(), tag));
    }

    /// @param name letters, digits and `-`
    Optional<byte[]> read(String name) {
        Path file = folder.resolve(name);
        try {
            byte[] bytes = Files.readAllBytes(file);
            markUsed(file);
            return Optional.of(bytes);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException broken) {
            LOG.log(System.Logger.Level.WARNING, "cached image cannot be read: {0}", broken.getMessage());
            return Optional.empty();
        }
    }

    void put(String name, byte[] bytes) {
        if (bytes.length > budget) {
            return;
        }
        try {
            FilePermissions.createDirectory(folder);
            Path part = folder.resolve(name + "-" + unfinished.incrementAndGet() + UNFINISHED);
            Files.write(part, bytes);
            FilePermissions.restrict(part);
            Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            count(bytes.length);
        } catch (IOException full) {
            LOG.log(System.Logger.Level.WARNING, "image cannot be stored in the cache: {0}", full.getMessage());
        }
    }

    private synchronized void count(int more) throws IOException {
        if (usedBytes < 0) {
            usedBytes = stored().stream().mapToLong(CachedFile::bytes).sum();
        } else {
            usedBytes += more;
        }
        if (usedBytes > budget) {
            evict();
        }
    }

    /// Deletes down to nine tenths of the limit, so that not every new image causes a deletion.
    private void evict() throws IOException {
        List<CachedFile> files = stored();
        usedBytes = files.stream().mapToLong(CachedFile::bytes).sum();
        for (CachedFile file : files) {
            if (usedBytes <= budget / 10 * 9) {
                return;
            }
            Files.deleteIfExists(file.path());
            usedBytes -= file.bytes();
        }
    }

    /// @return the least recently used first
    private List<CachedFile> stored() throws IOException {
        List<CachedFile> stored = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                stored.add(new CachedFile(file, Files.getLastModifiedTime(file), Files.size(file)));
            }
        }
        stored.sort(Comparator.comparing(CachedFile::used).thenComparing(CachedFile::path));
        return stored;
    }

    private record CachedFile(Path path, FileTime used, long bytes) {}
}
