package dev.spoolmark.artwork;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.core.Sha256;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds images of items in the requested size. Each is fetched once, even if many requests ask for it at the
/// same time.
public final class Artwork implements AutoCloseable {

    private static final int NAME_LENGTH = 32;
    private static final int FAILURES = 10_000;

    /// The number of concurrent fetches, each with an image in memory.
    private static final int FETCHES = 3;

    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final ArtworkUrls addresses;
    private final ImageFetcher source;
    private final ImageDiskCache cache;
    private final Duration timeout;
    private final ImageResizer resizing = new ImageResizer();
    private final Map<String, CompletableFuture<Boolean>> fetching = new ConcurrentHashMap<>();
    private final Cache<String, Boolean> failed =
            Caffeine.newBuilder().maximumSize(FAILURES).expireAfterWrite(AGAIN).build();
    private final Semaphore fetches = new Semaphore(FETCHES);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param timeout how long a request waits for an image to be fetched; a later result is stored for the
    ///     next request
    public Artwork(Catalog catalog, ImageFetcher source, ImageDiskCache cache, Duration timeout) {
        this.addresses = new ArtworkUrls(catalog);
        this.source = source;
        this.cache = cache;
        this.timeout = timeout;
    }

    /// @param width the maximum in pixels; `Integer.MAX_VALUE` for the original
    /// @return empty if there is no image, or it has not been fetched yet
    public Optional<Image> find(ArtworkRef ref, int width) {
        return addresses.of(ref).flatMap(address -> find(address, width));
    }

    /// @return the entity tag that the image has or will have; no file is read
    public Optional<String> tag(ArtworkRef ref, int width) {
        return addresses.of(ref).map(address -> tag(nameOf(address), width));
    }

    private static String tag(String name, int width) {
        return width == Integer.MAX_VALUE ? name : name + "-" + width;
    }

    private Optional<Image> find(String address, int width) {
        String name = nameOf(address);
        String tag = tag(name, width);
        return cache.open(tag, tag).or(() -> ensureStored(address, name) ? scaled(name, tag, width) : Optional.empty());
    }

    /// Scales the stored original.
    private Optional<Image> scaled(String name, String tag, int width) {
        if (!tag.equals(name)) {
            resizing.scaleToWidth(() -> cache.read(name), width).ifPresent(scaled -> cache.put(tag, scaled));
        }
        return cache.open(tag, tag).or(() -> cache.open(name, tag));
    }

    /// @return whether the original is stored, after fetching it if necessary
    private boolean ensureStored(String address, String name) {
        if (cache.has(name)) {
            return true;
        }
        return failed.getIfPresent(address) == null
                && awaited(fetching.computeIfAbsent(
                        name, first -> CompletableFuture.supplyAsync(() -> fetch(address, name), threads)));
    }

    /// After the timeout no request waits for the image; the next request tries again.
    private boolean fetch(String address, String name) {
        try {
            return fetches.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS) && fetchWithPermit(address, name);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            fetching.remove(name);
        }
    }

    private boolean fetchWithPermit(String address, String name) {
        try {
            return store(address, name, source.fetch(address));
        } finally {
            fetches.release();
        }
    }

    /// Only a missing image is cached as missing. One that could not be fetched now is tried again.
    private boolean store(String address, String name, ImageResult result) {
        if (result instanceof ImageResult.Found found && ImageResizer.isDecodable(found.bytes())) {
            cache.put(name, found.bytes());
        }
        boolean isCached = cache.has(name);
        if (!isCached && !(result instanceof ImageResult.NotNow)) {
            failed.put(address, true);
        }
        return isCached;
    }

    private boolean awaited(CompletableFuture<Boolean> fetch) {
        try {
            return fetch.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// A file name that does not depend on characters of the URL.
    private static String nameOf(String address) {
        return Sha256.hex(address).substring(0, NAME_LENGTH);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
