package dev.spoolmark.recommendation;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.recommendation.ModelLocation.FileVersion;
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

/// The models of movies and shows. A model is read from its file, or trained and stored: if there is none, if it
/// is a day old, if it was trained on a newer database than the current one, or if it cannot be read.
///
/// A request starts this in the background and uses the previous model, if any, in the meantime.
final class ModelRegistry {

    /// The kinds of items that have a model.
    static final List<Kind> KINDS = List.of(Kind.MOVIE, Kind.SHOW);

    private static final System.Logger LOG = System.getLogger(ModelRegistry.class.getName());
    private static final Duration MAX_AGE = Duration.ofDays(1);
    private static final Duration THREAD_IDLE_TIME = Duration.ofSeconds(10);

    private final ModelTraining training;
    private final InstantSource clock;
    private final ModelLocation location;
    private final AsyncLoadingCache<Kind, LoadedModel> models;

    ModelRegistry(ModelTraining modelTraining, InstantSource clock, ModelLocation location, Executor executor) {
        this.training = modelTraining;
        this.clock = clock;
        this.location = location;
        this.models = Caffeine.newBuilder().executor(executor).buildAsync(this::loadOrTrain);
    }

    /// A model in memory.
    ///
    /// @param version the version of its file
    private record LoadedModel(Optional<StoredModel> model, FileVersion version) {}

    /// One thread, so that only one model is trained at a time and memory suffices.
    static Executor backgroundThread() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1,
                1,
                THREAD_IDLE_TIME.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("recommendations").factory());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /// Starts to read the stored models, so that they are ready for the first request.
    void load() {
        for (Kind kind : KINDS) {
            if (!location.fileVersion(kind).equals(FileVersion.NONE)) {
                var _ = models.get(kind);
            }
        }
    }

    /// The model, if there are enough users and it is trained.
    Optional<ItemModel> of(Kind kind) {
        CompletableFuture<LoadedModel> future = models.get(kind);
        if (future.state() != Future.State.SUCCESS) {
            return Optional.empty();
        }
        LoadedModel loaded = future.resultNow();
        if (loaded.model().isEmpty()) {
            models.synchronous().invalidate(kind); // the next to ask counts the people again
        } else if (isOutdated(kind, loaded)) {
            models.synchronous().refresh(kind);
        }
        return loaded.model().map(StoredModel::model);
    }

    /// Trains and stores the model.
    ///
    /// @return the number of its items, 0 if there are too few users
    int rebuild(Kind kind) {
        Optional<StoredModel> trained = training.train(kind);
        trained.ifPresentOrElse(stored -> location.write(kind, stored), () -> location.remove(kind));
        models.synchronous().invalidate(kind);
        return trained.map(stored -> stored.model().size()).orElse(0);
    }

    private LoadedModel loadOrTrain(Kind kind) {
        FileVersion before = location.fileVersion(kind);
        Optional<StoredModel> usable = readUsable(kind);
        if (usable.isPresent()) {
            return new LoadedModel(usable, before);
        }
        Optional<StoredModel> trained = training.train(kind);
        trained.ifPresent(model -> store(kind, model));
        return new LoadedModel(trained, location.fileVersion(kind));
    }

    private Optional<StoredModel> readUsable(Kind kind) {
        try {
            return location.read(kind)
                    .filter(this::isRecent)
                    .filter(stored -> stored.revision() <= training.revision());
        } catch (UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "{0}: it is made anew", e.getMessage());
            return Optional.empty();
        }
    }

    /// A model that cannot be stored is used from memory.
    private void store(Kind kind, StoredModel model) {
        try {
            location.write(kind, model);
        } catch (UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "{0}: the next start will have to make it again", e.getMessage());
        }
    }

    /// Whether the model is a day old, or a command has replaced its file.
    private boolean isOutdated(Kind kind, LoadedModel loaded) {
        return !loaded.model().map(this::isRecent).orElse(false)
                || !location.fileVersion(kind).equals(loaded.version());
    }

    private boolean isRecent(StoredModel stored) {
        Instant now = clock.instant();
        return stored.trainedAt().isAfter(now.minus(MAX_AGE))
                && !stored.trainedAt().isAfter(now);
    }
}
