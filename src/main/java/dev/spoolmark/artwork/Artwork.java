package dev.spoolmark.artwork;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.catalog.Catalog;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds the picture of an item in the size that is wanted. Each is fetched once, however many ask at a time.
public final class Artwork implements AutoCloseable {

    private static final int NAME_BYTES = 16;
    private static final int FAILURES = 10_000;
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final Addresses addresses;
    private final PictureSource source;
    private final PictureFolder folder;
    private final Duration patience;
    private final Resizing resizing = new Resizing();
    private final Map<String, CompletableFuture<Optional<byte[]>>> fetching = new ConcurrentHashMap<>();
    private final Cache<String, Boolean> failed =
            Caffeine.newBuilder().maximumSize(FAILURES).expireAfterWrite(AGAIN).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param patience how long somebody waits for a picture that has to be fetched; it comes in for the next
    public Artwork(Catalog catalog, PictureSource source, PictureFolder folder, Duration patience) {
        this.addresses = new Addresses(catalog);
        this.source = source;
        this.folder = folder;
        this.patience = patience;
    }

    /// The picture, no wider than `width` pixels. Nothing when there is none, or when it is not here yet.
    ///
    /// @param width `Integer.MAX_VALUE` for the picture as it came
    public Optional<Picture> find(Piece piece, int width) {
        return addresses.of(piece).flatMap(address -> find(address, width));
    }

    private Optional<Picture> find(String address, int width) {
        String name = nameOf(address);
        if (width == Integer.MAX_VALUE) {
            return original(address, name).flatMap(bytes -> picture(bytes, name));
        }
        String narrow = name + "-" + width;
        return folder.read(narrow)
                .or(() -> original(address, name).map(original -> narrowed(original, narrow, width)))
                .flatMap(bytes -> picture(bytes, narrow));
    }

    private byte[] narrowed(byte[] original, String name, int width) {
        Optional<byte[]> narrowed = resizing.narrowed(original, width);
        narrowed.ifPresent(bytes -> folder.keep(name, bytes));
        return narrowed.orElse(original);
    }

    private static Optional<Picture> picture(byte[] bytes, String tag) {
        return Format.of(bytes).map(format -> new Picture(bytes, format.type(), tag));
    }

    private Optional<byte[]> original(String address, String name) {
        Optional<byte[]> kept = folder.read(name);
        if (kept.isPresent() || failed.getIfPresent(address) != null) {
            return kept;
        }
        return awaited(fetching.computeIfAbsent(
                name, first -> CompletableFuture.supplyAsync(() -> fetched(address, name), threads)));
    }

    private Optional<byte[]> fetched(String address, String name) {
        try {
            Optional<byte[]> found = source.fetch(address).filter(Resizing::isSound);
            found.ifPresentOrElse(bytes -> folder.keep(name, bytes), () -> failed.put(address, true));
            return found;
        } finally {
            fetching.remove(name);
        }
    }

    private Optional<byte[]> awaited(CompletableFuture<Optional<byte[]>> fetch) {
        try {
            return fetch.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notHere) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// A name that we made, whatever the address holds.
    private static String nameOf(String address) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK knows SHA-256", impossible);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
