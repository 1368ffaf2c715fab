package dev.spoolmark.catalog.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ingest.InputCleaner;
import dev.spoolmark.catalog.source.SourceResult.Found;
import dev.spoolmark.catalog.source.SourceResult.NotFound;
import dev.spoolmark.core.AsciiNumber;
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
import org.jspecify.annotations.Nullable;

/// Asks the sources while somebody waits, for one movie or show that is named by an id and not known
/// (`docs/domain.md#unknown-titles`).
///
/// Whoever waits does so for two seconds at most; an answer that comes later is there for the next one. What no
/// source knows leaves nothing behind.
public final class OnDemandLookup implements AutoCloseable {

    /// Strangers can bring them about, and each answer takes memory while it is read.
    private static final int AT_ONCE = 2;

    private static final int REMEMBERED = 10_000;
    private static final Duration NOT_ASKED_AGAIN = Duration.ofMinutes(10);

    private final Catalog catalog;
    private final Sources sources;
    private final SourceResultApplier intake;
    private final SourceJobs jobs;
    private final LookedAtItems interest;
    private final Duration patience;
    private final Map<SourceQuery, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private final Cache<SourceQuery, Boolean> negativeCache = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(NOT_ASKED_AGAIN)
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public OnDemandLookup(
            Catalog catalog,
            Sources sources,
            SourceResultApplier intake,
            SourceJobs jobs,
            LookedAtItems interest,
            Duration patience) {
        this.catalog = catalog;
        this.sources = sources;
        this.intake = intake;
        this.jobs = jobs;
        this.interest = interest;
        this.patience = patience;
    }

    /// How whoever asks waits for the answer, which says whether it came.
    public interface Waiter {

        boolean until(BooleanSupplier answered);
    }

    /// One of the people here looks at it. It is asked for soon, if it never was.
    public void lookedAt(MediaId item) {
        if (!sources.all().isEmpty()) {
            interest.note(item);
        }
    }

    /// The movie that a path names.
    public Optional<Movie> movie(String text, Waiter waiting) {
        return catalog.findMovie(text).or(() -> unknownMovie(text, waiting));
    }

    /// A movie of that id which a search did not find: asked for, unless it is there and only known to few.
    public Optional<Movie> unknownMovie(String text, Waiter waiting) {
        String id = text.strip();
        return catalog.findMovie(id).isEmpty() && isAnswered(Kind.MOVIE, id, waiting)
                ? catalog.findMovie(id)
                : Optional.empty();
    }

    /// The show that a path names.
    public Optional<Show> show(String text, Waiter waiting) {
        return catalog.findShow(text).or(() -> unknownShow(text, waiting));
    }

    /// A show of that id which a search did not find: asked for, unless it is there and only known to few.
    public Optional<Show> unknownShow(String text, Waiter waiting) {
        String id = text.strip();
        return catalog.findShow(id).isEmpty() && isAnswered(Kind.SHOW, id, waiting)
                ? catalog.findShow(id)
                : Optional.empty();
    }

    /// Whether a source knew it in time.
    private boolean isAnswered(Kind kind, String text, Waiter waiting) {
        Ids ids = ids(kind, text);
        SourceQuery question = SourceQuery.ofIds(kind, ids);
        if (ids.isEmpty()
                || !sources.ready().contains(kind)
                || negativeCache.getIfPresent(question) != null
                || (underWay.size() >= AT_ONCE && !underWay.containsKey(question))) {
            return false;
        }
        CompletableFuture<Void> answer = underWay.computeIfAbsent(question, this::begin);
        return waiting.until(() -> isDone(answer));
    }

    /// Forgotten before anybody learns that it is done, so that the next one does not take an old answer for a new
    /// one.
    private CompletableFuture<Void> begin(SourceQuery question) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        ask(question);
                    } finally {
                        underWay.remove(question);
                    }
                },
                threads);
    }

    private boolean isDone(CompletableFuture<Void> answer) {
        try {
            answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException late) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void ask(SourceQuery question) {
        switch (sources.ask(question)) {
            case Found result -> intake.applyNew(result).ifPresent(taken -> jobs.markFound(taken, result.item()));
            case NotFound _ -> negativeCache.put(question, true);
            case SourceResult.Failed _, SourceResult.Unasked _ -> {}
        }
    }

    /// `tt0372784`; a number is TMDB's for a movie and TVDB's for a show
    /// (`docs/spec/v1/conventions.md#items-in-a-path`).
    private static Ids ids(Kind kind, String text) {
        String imdb = InputCleaner.imdb(text);
        if (imdb != null) {
            return Ids.ofImdb(imdb);
        }
        Long number = InputCleaner.isDigits(text, 0) && text.length() <= 18 ? AsciiNumber.parseLong(text) : null;
        return kind == Kind.MOVIE ? ofTmdb(number) : new Ids(null, number, null, null, null);
    }

    private static Ids ofTmdb(@Nullable Long number) {
        return new Ids(null, null, number, null, null);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
