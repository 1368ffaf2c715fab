package dev.spoolmark.catalog.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.TitleRef;
import dev.spoolmark.catalog.source.SourceResult.Found;
import dev.spoolmark.catalog.source.SourceResult.NotFound;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// Looks up one movie or show at the sources while a request waits, if the request contains an external id that the
/// catalog does not know (`docs/domain.md#unknown-titles`).
///
/// A request waits for at most the timeout; a later result is stored for the next request. An item that no source
/// knows leaves no row.
public final class OnDemandLookup implements AutoCloseable {

    /// Anonymous requests cause lookups, and each response takes memory while it is read.
    private static final int MAX_CONCURRENT = 2;

    /// Users who have signed in and add an item need not wait for the lookups of others.
    private static final int MAX_CONCURRENT_WITH_ADDED = 4;

    /// How long a request waits for an item that a user adds: a long show takes several requests.
    private static final Duration ADD_TIMEOUT = Duration.ofSeconds(15);

    private static final int NEGATIVE_CACHE_SIZE = 10_000;
    private static final Duration NEGATIVE_CACHE_TTL = Duration.ofMinutes(10);

    private final Catalog catalog;
    private final Sources sources;
    private final SourceResultApplier applier;
    private final SourceJobs jobs;
    private final ViewedItems recordView;
    private final Duration timeout;
    private final Map<SourceQuery, CompletableFuture<LookupOutcome>> pending = new ConcurrentHashMap<>();
    private final Cache<SourceQuery, Boolean> negativeCache = Caffeine.newBuilder()
            .maximumSize(NEGATIVE_CACHE_SIZE)
            .expireAfterWrite(NEGATIVE_CACHE_TTL)
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public OnDemandLookup(
            Catalog catalog,
            Sources sources,
            SourceResultApplier applier,
            SourceJobs jobs,
            ViewedItems lookedAt,
            Duration timeout) {
        this.catalog = catalog;
        this.sources = sources;
        this.applier = applier;
        this.jobs = jobs;
        this.recordView = lookedAt;
        this.timeout = timeout;
    }

    /// How a request waits, for example without its permit.
    public interface Waiter {

        /// @param isDone blocks until the result is there or the timeout has passed
        /// @return what `isDone` returns
        boolean until(BooleanSupplier isDone);
    }

    /// Records that a user looks at an item, so that it is looked up soon unless it was looked up before.
    public void recordView(MediaId item) {
        if (!sources.all().isEmpty()) {
            recordView.add(item);
        }
    }

    /// Looks the movie up in the catalog, and at the sources if the catalog does not have it.
    public Optional<Movie> movie(MovieRef ref, Waiter waiter) {
        return catalog.findMovie(ref).or(() -> unknownMovie(ref, waiter));
    }

    /// Looks a movie up at the sources that a search did not find. Does nothing if the catalog has it: then it is
    /// provisional and invisible to the user.
    public Optional<Movie> unknownMovie(MovieRef ref, Waiter waiter) {
        return catalog.findMovie(ref).isEmpty() && isFoundInTime(ref, waiter)
                ? catalog.findMovie(ref)
                : Optional.empty();
    }

    /// Looks the show up in the catalog, and at the sources if the catalog does not have it.
    public Optional<Show> show(ShowRef ref, Waiter waiter) {
        return catalog.findShow(ref).or(() -> unknownShow(ref, waiter));
    }

    /// Looks a show up at the sources that a search did not find. Does nothing if the catalog has it: then it is
    /// provisional and invisible to the user.
    public Optional<Show> unknownShow(ShowRef ref, Waiter waiter) {
        return catalog.findShow(ref).isEmpty() && isFoundInTime(ref, waiter) ? catalog.findShow(ref) : Optional.empty();
    }

    /// @return the item with one of these ids, unless it is unknown or provisional
    Optional<MediaId> inCatalog(TitleRef ref) {
        return switch (ref) {
            case MovieRef movie ->
                catalog.findMovie(movie).filter(found -> !found.provisional()).map(Movie::id);
            case ShowRef show ->
                catalog.findShow(show).filter(found -> !found.provisional()).map(Show::id);
        };
    }

    /// Looks an item up that a user has chosen, and adds it to the catalog, or completes a provisional one.
    AddedItem add(TitleRef ref, Waiter waiter) {
        SourceQuery query = SourceQuery.ofIds(ref.kind(), ref.ids());
        if (ref.ids().isEmpty()
                || !sources.ready().contains(ref.kind())
                || (pending.size() >= MAX_CONCURRENT_WITH_ADDED && !pending.containsKey(query))) {
            return new AddedItem.Unavailable();
        }
        CompletableFuture<LookupOutcome> result = pending.computeIfAbsent(query, this::begin);
        if (!waiter.until(() -> isDone(result, ADD_TIMEOUT))) {
            return new AddedItem.Unavailable();
        }
        return switch (result.join()) {
            case LookupOutcome.Stored(MediaId item) -> new AddedItem.InCatalog(item, true);
            case LookupOutcome.NotFound _ -> new AddedItem.Unknown();
            case LookupOutcome.Failed _ -> new AddedItem.Unavailable();
        };
    }

    /// The result of a lookup.
    private sealed interface LookupOutcome {

        record Stored(MediaId item) implements LookupOutcome {}

        record NotFound() implements LookupOutcome {}

        record Failed() implements LookupOutcome {}
    }

    /// @return whether a source was queried and responded in time; false without an external id
    private boolean isFoundInTime(TitleRef ref, Waiter waiter) {
        SourceQuery query = SourceQuery.ofIds(ref.kind(), ref.ids());
        if (ref.ids().isEmpty()
                || !sources.ready().contains(ref.kind())
                || negativeCache.getIfPresent(query) != null
                || (pending.size() >= MAX_CONCURRENT && !pending.containsKey(query))) {
            return false;
        }
        CompletableFuture<LookupOutcome> result = pending.computeIfAbsent(query, this::begin);
        return waiter.until(() -> isDone(result, timeout));
    }

    /// The query is removed before its result is visible, so that a later request does not take the old result for a
    /// new one.
    private CompletableFuture<LookupOutcome> begin(SourceQuery query) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return lookUp(query);
                    } finally {
                        pending.remove(query);
                    }
                },
                threads);
    }

    private static boolean isDone(CompletableFuture<LookupOutcome> result, Duration limit) {
        try {
            result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException late) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private LookupOutcome lookUp(SourceQuery query) {
        return switch (sources.lookUp(query)) {
            case Found found ->
                applier.applyNew(found)
                        .map(item -> {
                            jobs.markFound(item, found.item());
                            return (LookupOutcome) new LookupOutcome.Stored(item.item());
                        })
                        .orElseGet(LookupOutcome.Failed::new);
            case NotFound _ -> {
                negativeCache.put(query, true);
                yield new LookupOutcome.NotFound();
            }
            case SourceResult.Failed _, SourceResult.Skipped _ -> new LookupOutcome.Failed();
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
