package dev.spoolmark.search;

import dev.spoolmark.db.Database;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.CorruptIndexException;
import org.jspecify.annotations.Nullable;

/// Opens the index, builds it and brings it up to the store, beside the requests. A search never waits for that: it
/// uses the index as it is, or is told that there is none.
///
/// When the index fails (another process has it open, the disk is full, a file is damaged), what was found before is
/// still found if it can be, and opening it is tried again when somebody searches.
final class IndexLifecycle implements AutoCloseable {

    /// How long nothing is tried after a failure.
    static final Duration PAUSE = Duration.ofSeconds(10);

    /// A search may read a few changes itself, and waits so long for another one that does.
    private static final long MILLIS_FOR_FEW = 50;

    /// How long a search waits at most, without a permit, for an index that may be complete soon.
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final System.Logger LOG = System.getLogger(IndexLifecycle.class.getName());

    private final Database database;
    private final InstantSource clock;
    private final IndexLocation location;
    private final Executor executor;

    /// Whether work beside the requests is to be done or being done.
    private final AtomicBoolean working = new AtomicBoolean();

    /// Held by the thread that changes the index.
    private final ReentrantLock writing = new ReentrantLock();

    private volatile @Nullable Open open;

    /// Open while the work at hand may end soon.
    private volatile CountDownLatch soon = new CountDownLatch(0);

    private volatile Instant failed = Instant.MIN;
    private volatile boolean damaged;
    private volatile boolean closed;
    private volatile String lastReason = "";

    IndexLifecycle(Database database, InstantSource clock, IndexLocation location, Executor executor) {
        this.database = database;
        this.clock = clock;
        this.location = location;
        this.executor = executor;
    }

    private record Open(SearchIndex index, IndexUpdater upkeep) {}

    /// One thread, which ends when it has nothing to do.
    static Executor oneThread() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1,
                1,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("search-index").factory());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /// The numbers of what is found, best first; empty when there is no index to search in.
    Optional<List<Long>> find(SearchQuery question, DocumentType subject, int limit) {
        refresh();
        Open opened = open;
        if (opened == null || !opened.index().isComplete()) {
            return Optional.empty();
        }
        try {
            return Optional.of(opened.index().find(question, subject, limit));
        } catch (UncheckedIOException e) {
            fail(opened, e);
            return Optional.empty();
        }
    }

    /// Whether a search finds nothing but beginnings now and may find all in a moment.
    boolean isSoonComplete() {
        Open opened = open;
        if (opened != null && opened.index().isComplete()) {
            return false;
        }
        start();
        return soon.getCount() > 0;
    }

    /// Waits until the index is complete, turns out to take longer, or fails.
    void awaitSoon() {
        try {
            if (!soon.await(SOON.toMillis(), TimeUnit.MILLISECONDS)) {
                soon.countDown(); // nobody else need wait for so slow a machine
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Begins to bring the index up to the store, unless that goes on already or just failed.
    void start() {
        if (!isResting() && !closed && working.compareAndSet(false, true)) {
            soon = new CountDownLatch(1);
            try {
                executor.execute(this::work);
            } catch (RejectedExecutionException e) {
                soon.countDown();
                working.set(false);
            }
        }
    }

    /// Reads everything again and commits it. Says how many entries there are.
    ///
    /// @throws IndexInUse when another process has the index open
    int rebuild() {
        writing.lock();
        try {
            Open opened = opened();
            opened.upkeep().rebuild();
            opened.index().commit();
            return opened.index().size();
        } finally {
            writing.unlock();
        }
    }

    /// Ends what goes on beside the requests. What was built in part is given up.
    @Override
    public void close() {
        closed = true;
        writing.lock();
        try {
            Open opened = open;
            open = null;
            if (opened != null) {
                opened.index().close();
            }
        } catch (UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "{0}: it is read from the store again", reason(e));
        } finally {
            writing.unlock();
        }
    }

    private boolean isResting() {
        Instant now = clock.instant();
        return failed.isAfter(now.minus(PAUSE)) && !failed.isAfter(now);
    }

    /// Reads what changed: here when it is little, else beside the requests.
    private void refresh() {
        Open opened = open;
        if (opened == null || !opened.index().isWritable()) {
            start();
        } else if (!opened.upkeep().hasAllTitles() && !hasRead(opened)) {
            start();
        } else if (!opened.upkeep().hasYoungVotes()) {
            start();
        }
    }

    /// Whether there was little to read and it was read.
    private boolean hasRead(Open opened) {
        if (working.get() || !isFree()) {
            return false;
        }
        try {
            return opened.equals(open)
                    && (opened.upkeep().hasAllTitles() || opened.upkeep().followFew());
        } catch (UncheckedIOException e) {
            fail(opened, e);
            return true;
        } finally {
            writing.unlock();
        }
    }

    private boolean isFree() {
        try {
            return writing.tryLock(MILLIS_FOR_FEW, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void work() {
        writing.lock();
        try {
            if (!closed) {
                opened().upkeep().applyChanges();
                lastReason = "";
            }
        } catch (CancellationException e) {
            LOG.log(System.Logger.Level.DEBUG, "the search index is closed");
        } catch (RuntimeException e) {
            fail(open, e);
        } finally {
            writing.unlock();
            soon.countDown();
            working.set(false);
        }
    }

    /// What is open and can be written, opened now if need be. The caller holds the lock.
    private Open opened() {
        Open before = open;
        if (before != null && before.index().isWritable()) {
            return before;
        }
        SearchIndex index = SearchIndex.open(location, damaged);
        damaged = false;
        Open opened = new Open(index, new IndexUpdater(database, clock, index, this::goesOn));
        open = opened;
        if (before != null) {
            before.index().close();
        }
        return opened;
    }

    /// Asked after each whole portion: what has so much to read is not complete soon.
    private boolean goesOn() {
        soon.countDown();
        return !closed;
    }

    /// @param used what was used when it failed; what was opened meanwhile goes on
    private void fail(@Nullable Open used, RuntimeException failure) {
        if (used != null && used.equals(open) && failure instanceof UncheckedIOException) {
            used.index().stopWriting();
            if (isDamage(failure.getCause())) {
                damaged = true;
                open = null;
                used.index().close();
            }
        }
        failed = clock.instant();
        String reason = reason(failure);
        if (!reason.equals(lastReason)) {
            lastReason = reason;
            LOG.log(System.Logger.Level.WARNING, "{0}: it is tried again when somebody searches", reason);
        }
    }

    private static boolean isDamage(@Nullable Throwable cause) {
        return cause instanceof CorruptIndexException
                || cause instanceof EOFException
                || cause instanceof FileNotFoundException
                || cause instanceof NoSuchFileException;
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    }
}
