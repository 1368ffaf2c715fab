package dev.spoolmark.catalog.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.SteadyTicker;
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

    private static final int REMEMBERED = 10_000;
    private static final int WAITING = 500;

    private final Cache<MediaId, Boolean> remembered;
    private final Set<MediaId> waiting = ConcurrentHashMap.newKeySet();

    public ViewedItems(InstantSource clock) {
        this.remembered = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(NOT_AGAIN)
                .ticker(new SteadyTicker(clock))
                .executor(Runnable::run)
                .build();
    }

    /// Drops the item if too many wait.
    void add(MediaId item) {
        if (remembered.getIfPresent(item) == null && waiting.size() < WAITING) {
            remembered.put(item, true);
            waiting.add(item);
        }
    }

    /// @return the items since the last call
    List<MediaId> take() {
        List<MediaId> taken = new ArrayList<>(waiting);
        taken.forEach(waiting::remove);
        return taken;
    }
}
