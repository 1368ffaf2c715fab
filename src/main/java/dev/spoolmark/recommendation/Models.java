package dev.spoolmark.recommendation;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.store.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The model of movies and that of shows. Each is made when first asked for, beside the requests, which do without
/// meanwhile; a day later it is made anew while the old one serves.
final class Models {

    /// Fewer people have too little in common to learn from.
    static final int ENOUGH_PEOPLE = 30;

    private static final Duration FRESH = Duration.ofDays(1);

    /// So many people say enough. They are read a portion at a time, so that no transaction is open for long.
    private static final int MOST_PEOPLE = 20_000;

    private static final int PORTION = 100;
    private static final Duration WAITING = Duration.ofSeconds(10);

    private final Database database;
    private final AsyncLoadingCache<Kind, Optional<ItemModel>> models;

    Models(Database database, InstantSource clock, Executor executor) {
        this.database = database;
        this.models = Caffeine.newBuilder()
                .executor(executor)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .refreshAfterWrite(FRESH)
                .buildAsync(this::learned);
    }

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

    /// The model, when there are enough people for one and it is made.
    Optional<ItemModel> of(Kind kind) {
        CompletableFuture<Optional<ItemModel>> model = models.get(kind);
        Optional<ItemModel> made = model.state() == Future.State.SUCCESS ? model.resultNow() : Optional.empty();
        if (model.isDone() && made.isEmpty()) {
            models.synchronous().invalidate(kind); // the next to ask counts the people again
        }
        return made;
    }

    private Optional<ItemModel> learned(Kind kind) {
        ModelStore store = new ModelStore(kind);
        if (database.read(tx -> store.people(tx, ENOUGH_PEOPLE)) < ENOUGH_PEOPLE) {
            return Optional.empty();
        }
        List<Long> items = database.read(tx -> store.popular(tx, ItemModel.FEWEST_PEOPLE, ItemModel.MOST_ITEMS));
        return items.isEmpty() ? Optional.empty() : Optional.of(learned(store, items));
    }

    private ItemModel learned(ModelStore store, List<Long> items) {
        Lesson lesson = ItemModel.about(items);
        long last = 0;
        for (int read = 0; read < MOST_PEOPLE; read += PORTION) {
            long from = last;
            List<Long> people = database.read(tx -> store.peopleAfter(tx, from, PORTION));
            if (people.isEmpty()) {
                break;
            }
            database.read(tx -> store.likesOf(tx, people)).forEach(lesson::hear);
            last = people.getLast();
        }
        return lesson.learned();
    }
}
