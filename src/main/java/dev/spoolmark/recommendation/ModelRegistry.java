package dev.spoolmark.recommendation;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.recommendation.ModelLocation.Print;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The model of movies and that of shows. Each is read from where it is kept, or learned and then kept there: when
/// there is none, when it is a day old, when it is of a newer store than this one, and when it cannot be read.
///
/// That is begun by whoever asks, and done beside the requests, which have the old one meanwhile or do without.
final class ModelRegistry {

    /// There are models of these.
    static final List<Kind> KINDS = List.of(Kind.MOVIE, Kind.SHOW);

    private static final System.Logger LOG = System.getLogger(ModelRegistry.class.getName());
    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration WAITING = Duration.ofSeconds(10);

    private final ModelTraining lessons;
    private final InstantSource clock;
    private final ModelLocation location;
    private final AsyncLoadingCache<Kind, Held> models;

    ModelRegistry(ModelTraining lessons, InstantSource clock, ModelLocation location, Executor executor) {
        this.lessons = lessons;
        this.clock = clock;
        this.location = location;
        this.models = Caffeine.newBuilder().executor(executor).buildAsync(this::made);
    }

    /// A model in memory.
    ///
    /// @param print of the file it came from or went into
    private record Held(Optional<StoredModel> kept, Print print) {}

    /// One thread: two models are never made at once, and memory holds.
    static Executor inTheBackground() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1,
                1,
                WAITING.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("recommendations").factory());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /// Begins to read what is kept, so that the first request has it already.
    void load() {
        for (Kind kind : KINDS) {
            if (!location.print(kind).equals(Print.NONE)) {
                var _ = models.get(kind);
            }
        }
    }

    /// The model, when there are enough people for one and it is made.
    Optional<ItemModel> of(Kind kind) {
        CompletableFuture<Held> asked = models.get(kind);
        if (asked.state() != Future.State.SUCCESS) {
            return Optional.empty();
        }
        Held held = asked.resultNow();
        if (held.kept().isEmpty()) {
            models.synchronous().invalidate(kind); // the next to ask counts the people again
        } else if (isOver(kind, held)) {
            models.synchronous().refresh(kind);
        }
        return held.kept().map(StoredModel::model);
    }

    /// Learns it anew whatever is kept, and keeps it. Says how many titles it is about, none when there are too few
    /// people.
    int rebuild(Kind kind) {
        Optional<StoredModel> learned = lessons.about(kind);
        learned.ifPresentOrElse(stored -> location.write(kind, stored), () -> location.remove(kind));
        models.synchronous().invalidate(kind);
        return learned.map(stored -> stored.model().size()).orElse(0);
    }

    private Held made(Kind kind) {
        Print before = location.print(kind);
        Optional<StoredModel> kept = stored(kind);
        if (kept.isPresent()) {
            return new Held(kept, before);
        }
        Optional<StoredModel> learned = lessons.about(kind);
        learned.ifPresent(fresh -> store(kind, fresh));
        return new Held(learned, location.print(kind));
    }

    private Optional<StoredModel> stored(Kind kind) {
        try {
            return location.read(kind).filter(this::isYoung).filter(stored -> stored.pass() <= lessons.pass());
        } catch (UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "{0}: it is made anew", e.getMessage());
            return Optional.empty();
        }
    }

    /// One that cannot be kept serves from memory.
    private void store(Kind kind, StoredModel fresh) {
        try {
            location.write(kind, fresh);
        } catch (UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "{0}: the next start will have to make it again", e.getMessage());
        }
    }

    /// Whether a day has passed, or a command has put another file there.
    private boolean isOver(Kind kind, Held held) {
        return !held.kept().map(this::isYoung).orElse(false)
                || !location.print(kind).equals(held.print());
    }

    private boolean isYoung(StoredModel stored) {
        Instant now = clock.instant();
        return stored.learned().isAfter(now.minus(FRESH)) && !stored.learned().isAfter(now);
    }
}
