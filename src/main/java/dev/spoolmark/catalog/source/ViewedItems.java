package dev.spoolmark.catalog.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.MonotonicTicker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Movies and shows that users viewed recently. Kept in memory until the queue takes them, so that viewing an
/// item writes nothing.
public final class ViewedItems {

    /// How often an item is passed on at most.
    private static final Duration NOT_AGAIN = Duration.ofHours(1);

    private static final int MAX_RECENT = 10_000;
    private static final int WAITING = 500;

    private final Cache<MediaId, Boolean> recent;
    private final Set<MediaId> waiting = ConcurrentHashMap.newKeySet();

    public ViewedItems(InstantSource clock) {
        this.recent = Caffeine.newBuilder()
                .maximumSize(MAX_RECENT)
                .expireAfterWrite(NOT_AGAIN)
                .ticker(new MonotonicTicker(clock))
                .executor(Runnable::run)
                .build();
    }

    /// Drops the item if too many wait.
    void add(MediaId item) {
        if (recent.getIfPresent(item) == null && waiting.size() < WAITING) {
            recent.put(item, true);
            waiting.add(item);
        }
    }

    /// @return the items since the last call
    List<MediaId> drain() {
        List<MediaId> items = new ArrayList<>(waiting);
        items.forEach(waiting::remove);
        return items;
    }
}
