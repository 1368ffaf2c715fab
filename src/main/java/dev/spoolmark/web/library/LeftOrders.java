package dev.spoolmark.web.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The shows of users by what is left of them. It follows from all episodes of all shows of the user, so it is
/// calculated for one user after another, some shows at a time, and cached for 10 minutes: a show whose episode has
/// aired since may be at its former place. A show that the user has watched since is calculated again.
final class LeftOrders {

    private static final Duration AGE = Duration.ofMinutes(10);

    /// Shows of all users whose order is cached. Each takes about 150 bytes.
    private static final int MAX_CACHED = 30_000;

    /// Shows of one calculation. With their episodes they take some megabytes.
    private static final int BATCH_SIZE = 250;

    private final UpNext upNext;
    private final Ticker ticker;
    private final Lock calculation = new ReentrantLock();
    private final Cache<UserId, Calculated> cache;

    LeftOrders(UpNext upNext, InstantSource clock) {
        this.upNext = upNext;
        this.ticker = new MonotonicTicker(clock);
        this.cache = Caffeine.newBuilder()
                .maximumWeight(MAX_CACHED)
                .weigher((UserId user, Calculated shows) -> 1 + shows.shows().size())
                .expireAfterWrite(AGE)
                .ticker(ticker)
                .build();
    }

    /// A show and its position in the order.
    ///
    /// @param finished whether there is no next episode
    record LeftShow(StartedShow started, Position position, boolean finished) {}

    /// What is left of a show.
    ///
    /// @param started as it was when this was calculated
    private record Left(StartedShow started, int episodes, long minutes, boolean finished) {

        Left(StartedShow started, UpNextShow show) {
            this(started, show.left(), show.minutesLeft(), show.next() == null);
        }

        LeftShow position(ProgressSort sort) {
            long key = sort == ProgressSort.TIME ? minutes : episodes;
            return new LeftShow(started, new Position(key, started.show().value()), finished);
        }
    }

    /// @param plays version of the plays of the user
    /// @param since when all shows were calculated, in nanoseconds
    private record Calculated(Map<ShowId, Left> shows, long plays, long since) {}

    /// The shows in ascending order. Shows that are no longer in the catalog are left out.
    ///
    /// @param sort by episodes or by time
    List<LeftShow> of(ProfileView self, ProgressSort sort, List<StartedShow> shows) {
        Map<ShowId, Left> left = current(self, shows).shows();
        return shows.stream()
                .flatMap(show -> Stream.ofNullable(left.get(show.show())))
                .map(show -> show.position(sort))
                .sorted(Comparator.comparing(LeftShow::position, ProgressSelection.ASCENDING))
                .toList();
    }

    private Calculated current(ProfileView self, List<StartedShow> shows) {
        UserId user = self.ownerAlone();
        long plays = upNext.version(self);
        Calculated before = usable(cache.getIfPresent(user), plays, shows);
        if (before.plays() == plays && changed(before, shows).isEmpty()) {
            return before;
        }
        calculation.lock();
        try {
            Calculated now = calculate(self, usable(cache.getIfPresent(user), plays, shows), plays, shows);
            cache.put(user, now);
            return now;
        } finally {
            calculation.unlock();
        }
    }

    private static List<StartedShow> changed(Calculated before, List<StartedShow> shows) {
        return shows.stream()
                .filter(show -> !isCurrent(before.shows().get(show.show()), show))
                .toList();
    }

    private Calculated calculate(ProfileView self, Calculated before, long plays, List<StartedShow> shows) {
        List<StartedShow> changed = changed(before, shows);
        Map<ShowId, Left> all = new HashMap<>(before.shows());
        changed.forEach(show -> all.remove(show.show()));
        all.putAll(calculate(self, changed));
        return new Calculated(Map.copyOf(all), plays, before.since());
    }

    /// What was calculated before, or nothing if it is too old, or if plays have changed in a way that the list of
    /// shows
    /// does not have.
    private Calculated usable(@Nullable Calculated before, long plays, List<StartedShow> shows) {
        if (before != null
                && ticker.read() - before.since() < AGE.toNanos()
                && (before.plays() == plays || !changed(before, shows).isEmpty())) {
            return before;
        }
        return new Calculated(Map.of(), plays, ticker.read());
    }

    private static boolean isCurrent(@Nullable Left left, StartedShow show) {
        return left != null && left.started().equals(show);
    }

    private Map<ShowId, Left> calculate(ProfileView self, Collection<StartedShow> shows) {
        Map<ShowId, StartedShow> byShow = new HashMap<>();
        shows.forEach(show -> byShow.put(show.show(), show));
        Map<ShowId, Left> left = new HashMap<>();
        shows.stream()
                .map(StartedShow::show)
                .gather(Gatherers.windowFixed(BATCH_SIZE))
                .forEach(batch -> upNext.of(self, batch).forEach(show -> {
                    ShowId id = show.progress().show().id();
                    StartedShow started = byShow.get(id);
                    if (started != null) {
                        left.put(id, new Left(started, show));
                    }
                }));
        return left;
    }
}
