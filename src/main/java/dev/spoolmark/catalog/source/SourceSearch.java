package dev.spoolmark.catalog.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.TitleRef;
import dev.spoolmark.catalog.source.OnDemandLookup.Waiter;
import dev.spoolmark.core.KeyedRateLimiter;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.core.RateLimit;
import dev.spoolmark.core.TextFolding;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Searches titles at the sources for a user who asks for it, and adds what the user chooses
/// (`docs/manual/sources.md#what-is-sent`).
///
/// A search waits for at most the timeout; a later response is kept for the next search for the same text. At most
/// eight responses are waited for at once, on behalf of all users.
public final class SourceSearch implements AutoCloseable {

    /// The longest text that is sent to a source, in characters.
    public static final int LONGEST = 100;

    private static final RateLimit PER_USER = RateLimit.of(20, Duration.ofMinutes(1));
    private static final RateLimit TOTAL = RateLimit.of(120, Duration.ofMinutes(1));
    private static final int MAX_PENDING = 8;
    private static final int MAX_TITLES = 30;
    private static final Duration CACHE_TTL = Duration.ofMinutes(30);

    /// In characters of the cached titles; a title with its ids takes about four times as many bytes.
    private static final int CACHE_WEIGHT = 500_000;

    private static final int WEIGHT_OF_TITLE = 100;

    private final Sources sources;
    private final OnDemandLookup lookups;
    private final Duration timeout;
    private final KeyedRateLimiter<Long> users;
    private final KeyedRateLimiter<Boolean> total;
    private final Cache<Question, List<SourceTitle>> cache;
    private final Map<Question, CompletableFuture<TitleSearch>> pending = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public SourceSearch(Sources sources, OnDemandLookup lookups, InstantSource clock, Duration timeout) {
        this.sources = sources;
        this.lookups = lookups;
        this.timeout = timeout;
        this.users = new KeyedRateLimiter<>(PER_USER, clock);
        this.total = new KeyedRateLimiter<>(TOTAL, clock);
        this.cache = Caffeine.newBuilder()
                .maximumWeight(CACHE_WEIGHT)
                .weigher(SourceSearch::weight)
                .expireAfterWrite(CACHE_TTL)
                .ticker(new MonotonicTicker(clock))
                .executor(Runnable::run)
                .build();
    }

    /// @param text folded
    private record Question(String source, String text) {}

    private static int weight(Question question, List<SourceTitle> titles) {
        return question.text().length()
                + titles.stream()
                        .mapToInt(title -> WEIGHT_OF_TITLE + title.title().length())
                        .sum();
    }

    /// @return the names of the sources that can be searched, in the order in which their titles are shown
    public List<String> names() {
        return searchable().stream().map(Source::name).toList();
    }

    private List<Source> searchable() {
        return sources.all().stream().filter(Source::isSearchable).toList();
    }

    /// Searches at all sources at the same time. Must not be called with a permit or a lock.
    ///
    /// @param user the id of the user who asks
    /// @param text up to [#LONGEST] characters of it are sent
    public SourceMatches search(long user, String text) {
        String sent = text.strip();
        sent = sent.codePointCount(0, sent.length()) <= LONGEST
                ? sent
                : sent.substring(0, sent.offsetByCodePoints(0, LONGEST));
        if (TextFolding.isBlank(sent)) {
            return new SourceMatches(List.of(), List.of(), false);
        }
        String folded = TextFolding.fold(sent);
        boolean isKnown = searchable().stream()
                .allMatch(source -> cache.getIfPresent(new Question(source.name(), folded)) != null);
        return isKnown || isPermitted(user) ? query(sent, folded) : SourceMatches.LIMITED;
    }

    private SourceMatches query(String text, String folded) {
        Map<String, CompletableFuture<TitleSearch>> responses = new LinkedHashMap<>();
        for (Source source : searchable()) {
            responses.put(source.name(), response(source, text, new Question(source.name(), folded)));
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        List<SourceTitle> titles = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        responses.forEach((source, response) -> {
            switch (await(response, deadline)) {
                case TitleSearch.Hits hits -> titles.addAll(hits.titles());
                case TitleSearch.Unavailable _ -> silent.add(source);
            }
        });
        return new SourceMatches(distinct(titles), silent, false);
    }

    private CompletableFuture<TitleSearch> response(Source source, String text, Question question) {
        List<SourceTitle> known = cache.getIfPresent(question);
        if (known != null) {
            return CompletableFuture.completedFuture(new TitleSearch.Hits(known));
        }
        if (source.openUntil().isPresent() || (pending.size() >= MAX_PENDING && !pending.containsKey(question))) {
            return CompletableFuture.completedFuture(new TitleSearch.Unavailable("was not asked"));
        }
        return pending.computeIfAbsent(question, asked -> begin(source, text, asked));
    }

    private CompletableFuture<TitleSearch> begin(Source source, String text, Question question) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        TitleSearch found = source.search(text);
                        if (found instanceof TitleSearch.Hits hits) {
                            cache.put(question, hits.titles());
                        }
                        return found;
                    } finally {
                        pending.remove(question);
                    }
                },
                threads);
    }

    private static TitleSearch await(CompletableFuture<TitleSearch> response, long deadline) {
        try {
            return response.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return new TitleSearch.Unavailable("did not respond in time");
        } catch (ExecutionException failed) {
            return new TitleSearch.Unavailable("could not be asked");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TitleSearch.Unavailable("was not waited for");
        }
    }

    /// Sources name the same movie by different ids; the first source that names it counts.
    private static List<SourceTitle> distinct(List<SourceTitle> titles) {
        Map<TitleOfYear, SourceTitle> first = new LinkedHashMap<>();
        titles.forEach(title ->
                first.putIfAbsent(new TitleOfYear(title.kind(), TextFolding.fold(title.title()), title.year()), title));
        Collection<SourceTitle> distinct = first.values();
        return distinct.stream().limit(MAX_TITLES).toList();
    }

    private record TitleOfYear(
            Kind kind, String title, @Nullable Integer year) {}

    private boolean isPermitted(long user) {
        if (users.tryAcquire(user).isPositive()) {
            return false;
        }
        if (total.tryAcquire(true).isPositive()) {
            users.refund(user);
            return false;
        }
        return true;
    }

    /// Adds a movie or show that the user chose, by its id at a source. An item that the catalog has under another
    /// id is completed, not added again; two calls at the same time are one lookup.
    ///
    /// @param user the id of the user who asks
    /// @param ref with at least one external id
    public AddedItem add(long user, TitleRef ref, Waiter waiter) {
        return lookups.inCatalog(ref)
                .<AddedItem>map(item -> new AddedItem.InCatalog(item, false))
                .orElseGet(() -> isPermitted(user) ? lookups.add(ref, waiter) : new AddedItem.Limited());
    }

    /// @return the kinds that can be added
    public Set<Kind> kinds() {
        return sources.ready();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
