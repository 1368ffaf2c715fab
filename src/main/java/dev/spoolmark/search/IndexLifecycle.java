package dev.spoolmark.search;

import dev.spoolmark.db.Database;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

/// Opens, builds and updates the index in the background. A search never waits for that: it uses the current
/// index, or gets none.
///
/// If the index fails (another process has it open, the disk is full, a file is damaged), the previous content
/// can still be searched if possible, and a later search tries to open the index again.
final class IndexLifecycle implements AutoCloseable {

    /// Time without another attempt after a failure.
    static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    /// A search may itself read a few changes, and waits at most this long for another search that does.
    private static final long MAX_WAIT_MILLIS = 50;

    /// Maximum time that a search waits, without a permit, for an index that is expected to be complete soon.
    private static final Duration MAX_BUILD_WAIT = Duration.ofSeconds(5);

    private static final Duration THREAD_IDLE_TIME = Duration.ofSeconds(10);
    private static final System.Logger LOG = System.getLogger(IndexLifecycle.class.getName());

    private final Database database;
    private final InstantSource clock;
    private final IndexLocation location;
    private final Executor executor;

    /// Whether background work is scheduled or running.
    private final AtomicBoolean workScheduled = new AtomicBoolean();

    /// Held by the thread that changes the index.
    private final ReentrantLock writeLock = new ReentrantLock();

    private volatile @Nullable Open open;

    /// Counted down when the current work has ended or takes long.
    private volatile CountDownLatch buildLatch = new CountDownLatch(0);

    private volatile Instant failed = Instant.MIN;
    private volatile boolean corrupt;
    private volatile boolean closed;
    private volatile String lastReason = "";

    IndexLifecycle(Database database, InstantSource clock, IndexLocation location, Executor executor) {
        this.database = database;
        this.clock = clock;
        this.location = location;
        this.executor = executor;
    }

    private record Open(SearchIndex index, IndexUpdater updater) {}

    /// One thread, which ends when it is idle.
    static Executor singleThread() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1,
                1,
                THREAD_IDLE_TIME.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("search-index").factory());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /// The ids of the hits, best first; empty if there is no index.
    Optional<List<Long>> find(SearchQuery query, DocumentType type, int limit) {
        return find(query, Map.of(type, limit)).map(found -> found.getOrDefault(type, List.of()));
    }

    /// The same for several types.
    Optional<Map<DocumentType, List<Long>>> find(SearchQuery query, Map<DocumentType, Integer> limits) {
        refresh();
        Open opened = open;
        if (opened == null || !opened.index().isComplete()) {
            return Optional.empty();
        }
        try {
            Map<DocumentType, List<Long>> found = new EnumMap<>(DocumentType.class);
            limits.forEach((type, limit) -> found.put(type, opened.index().find(query, type, limit)));
            return Optional.of(found);
        } catch (UncheckedIOException e) {
            fail(opened, e);
            return Optional.empty();
        }
    }

    /// Whether searches currently use title prefixes only, and the index may be complete soon.
    boolean mayCompleteSoon() {
        Open opened = open;
        if (opened != null && opened.index().isComplete()) {
            return false;
        }
        start();
        return buildLatch.getCount() > 0;
    }

    /// Waits until the index is complete, takes longer than expected, or fails.
    void awaitBuild() {
        try {
            if (!buildLatch.await(MAX_BUILD_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                buildLatch.countDown(); // nobody else need wait for so slow a machine
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts to update the index, unless an update is running or has just failed.
    void start() {
        if (!isWaitingToRetry() && !closed && workScheduled.compareAndSet(false, true)) {
            buildLatch = new CountDownLatch(1);
            try {
                executor.execute(this::work);
            } catch (RejectedExecutionException e) {
                buildLatch.countDown();
                workScheduled.set(false);
            }
        }
    }

    /// Rebuilds and commits the index.
    ///
    /// @return the number of documents
    /// @throws IndexLockedException if another process has the index open
    int rebuild() {
        writeLock.lock();
        try {
            Open opened = openForWriting();
            opened.updater().rebuild();
            opened.index().commit();
            return opened.index().size();
        } finally {
            writeLock.unlock();
        }
    }

    /// Stops background work. A partial build is discarded.
    @Override
    public void close() {
        closed = true;
        writeLock.lock();
        try {
            Open opened = open;
            open = null;
            if (opened != null) {
                opened.index().close();
            }
        } catch (UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "{0}: it is read from the store again", reason(e));
        } finally {
            writeLock.unlock();
        }
    }

    private boolean isWaitingToRetry() {
        Instant now = clock.instant();
        return failed.isAfter(now.minus(RETRY_AFTER)) && !failed.isAfter(now);
    }

    /// Reads changes: a few in this thread, more in the background.
    private void refresh() {
        Open opened = open;
        if (opened == null || !opened.index().isWritable()) {
            start();
        } else if (!opened.updater().hasAllTitles() && !refreshFew(opened)) {
            start();
        } else if (!opened.updater().hasRecentVotes()) {
            start();
        }
    }

    /// Whether there were few changes, which have been read.
    private boolean refreshFew(Open opened) {
        if (workScheduled.get() || !isFree()) {
            return false;
        }
        try {
            return opened.equals(open)
                    && (opened.updater().hasAllTitles() || opened.updater().applyFewChanges());
        } catch (UncheckedIOException e) {
            fail(opened, e);
            return true;
        } finally {
            writeLock.unlock();
        }
    }

    private boolean isFree() {
        try {
            return writeLock.tryLock(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void work() {
        writeLock.lock();
        try {
            if (!closed) {
                openForWriting().updater().applyChanges();
                lastReason = "";
            }
        } catch (CancellationException e) {
            LOG.log(System.Logger.Level.DEBUG, "the search index is closed");
        } catch (RuntimeException e) {
            fail(open, e);
        } finally {
            writeLock.unlock();
            buildLatch.countDown();
            workScheduled.set(false);
        }
    }

    /// The open, writable index; opens it if necessary. The caller holds the lock.
    private Open openForWriting() {
        Open before = open;
        if (before != null && before.index().isWritable()) {
            return before;
        }
        SearchIndex index = SearchIndex.open(location, corrupt);
        corrupt = false;
        Open opened = new Open(index, new IndexUpdater(database, clock, index, this::continueBuild));
        open = opened;
        if (before != null) {
            before.index().close();
        }
        return opened;
    }

    /// Called after each batch: a build that has this much to read is not complete soon.
    private boolean continueBuild() {
        buildLatch.countDown();
        return !closed;
    }

    /// @param used the index that was in use at the failure; one that was opened in the meantime stays open
    private void fail(@Nullable Open used, RuntimeException failure) {
        if (used != null && used.equals(open) && failure instanceof UncheckedIOException) {
            used.index().stopWriting();
            if (isDamage(failure.getCause())) {
                corrupt = true;
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
