package dev.spoolmark.web.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.progress.StartedShow;
import dev.spoolmark.progress.UpNext;
import dev.spoolmark.progress.UpNextShow;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.web.library.ProgressQuery.Position;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Gatherers;

/// The shows of users by what is left of them, as it was at most a minute ago. It follows from all episodes of all
/// shows
/// of the user, so it is calculated for one user after another, some shows at a time.
final class LeftOrders {

    private static final Duration AGE = Duration.ofMinutes(1);

    /// Shows of all users whose order is cached.
    private static final int MAX_CACHED = 30_000;

    /// Shows of one calculation. With their episodes they take some megabytes.
    private static final int BATCH_SIZE = 250;

    private final UpNext upNext;
    private final Lock calculation = new ReentrantLock();
    private final Cache<Key, List<LeftShow>> cache;

    LeftOrders(UpNext upNext, InstantSource clock) {
        this.upNext = upNext;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(MAX_CACHED)
                .weigher((Key key, List<LeftShow> shows) -> 1 + key.shows().size())
                .expireAfterWrite(AGE)
                .ticker(new MonotonicTicker(clock))
                .build();
    }

    /// A show and its position in the order.
    ///
    /// @param finished whether there is no next episode
    record LeftShow(StartedShow started, Position position, boolean finished) {}

    private record Key(UserId user, ProgressSort sort, List<StartedShow> shows) {}

    /// The shows in ascending order. Shows that are no longer in the catalog are left out.
    List<LeftShow> of(ProfileView self, ProgressSort sort, List<StartedShow> shows) {
        return cache.get(new Key(self.ownerAlone(), sort, shows), key -> calculate(self, sort, shows));
    }

    private List<LeftShow> calculate(ProfileView self, ProgressSort sort, List<StartedShow> shows) {
        Map<ShowId, StartedShow> byShow = new HashMap<>();
        shows.forEach(show -> byShow.put(show.show(), show));
        List<LeftShow> left = new ArrayList<>();
        calculation.lock();
        try {
            shows.stream()
                    .map(StartedShow::show)
                    .gather(Gatherers.windowFixed(BATCH_SIZE))
                    .forEach(batch -> upNext.of(self, batch).forEach(show -> {
                        StartedShow started = byShow.get(show.progress().show().id());
                        if (started != null) {
                            left.add(left(sort, started, show));
                        }
                    }));
        } finally {
            calculation.unlock();
        }
        left.sort(Comparator.comparing(LeftShow::position, ProgressSelection.ASCENDING));
        return List.copyOf(left);
    }

    private static LeftShow left(ProgressSort sort, StartedShow started, UpNextShow show) {
        return new LeftShow(started, new Position(sort.key(show), started.show().value()), show.next() == null);
    }
}
