package dev.spoolmark.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One line for every request, written by a thread of its own so that nobody waits for a disk.
///
/// When lines come faster than they can be written some are dropped, and the log says how many.
public final class AccessLog implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AccessLog.class.getName());
    private static final int QUEUE = 8192;
    private static final int BATCH = 1_000;
    private static final int NANOS_A_MILLISECOND = 1_000_000;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final int capacity;
    private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger length = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private final @Nullable Thread writer;
    private volatile boolean closing;

    private AccessLog(@Nullable Appendable out, int capacity) {
        this.capacity = capacity;
        writer = out == null
                ? null
                : Thread.ofPlatform().name("access-log").daemon().unstarted(() -> writeUntilClosed(out));
    }

    /// A log that is kept nowhere.
    public static AccessLog off() {
        return new AccessLog(null, 1);
    }

    public static AccessLog to(Appendable out) {
        return to(out, QUEUE);
    }

    static AccessLog to(Appendable out, int capacity) {
        AccessLog log = new AccessLog(out, capacity);
        if (log.writer != null) {
            log.writer.start();
        }
        return log;
    }

    /// What is told of a request (`SEC-L1`).
    public record Entry(
            Instant time,
            String id,
            String verb,
            int status,
            long bytes,
            long milliseconds,
            InetAddress address,
            Reply.Trace trace) {
        void tell(Logfmt lines, Seconds seconds) {
            lines.put("time", seconds.told(time))
                    .put("id", id)
                    .put("verb", verb)
                    .put("route", trace.route())
                    .put("status", status)
                    .put("bytes", bytes)
                    .put("ms", milliseconds);
            if (trace.user() != null) {
                lines.put("user", trace.user());
            }
            if (trace.application() != null) {
                lines.put("app", trace.application());
            }
            lines.put("address", address.getHostAddress()).end();
        }
    }

    /// Words instants; the second, which takes the most work, only once.
    static final class Seconds {

        private long second = Long.MIN_VALUE;
        private String words = "";

        String told(Instant time) {
            if (time.getEpochSecond() != second) {
                second = time.getEpochSecond();
                String whole = Instant.ofEpochSecond(second).toString();
                words = whole.substring(0, whole.length() - 1) + ".";
            }
            int milliseconds = time.getNano() / NANOS_A_MILLISECOND;
            return words
                    + (char) ('0' + milliseconds / 100)
                    + (char) ('0' + milliseconds / 10 % 10)
                    + (char) ('0' + milliseconds % 10)
                    + 'Z';
        }
    }

    /// Takes no lock: with a blocking queue here, requests waited for each other.
    public void add(Entry entry) {
        if (writer == null) {
            return;
        }
        if (length.incrementAndGet() > capacity) {
            length.decrementAndGet();
            dropped.incrementAndGet();
        } else {
            waiting.add(entry);
        }
    }

    /// Writes what is waiting, and ends.
    @Override
    public void close() {
        if (writer == null) {
            return;
        }
        closing = true;
        LockSupport.unpark(writer);
        try {
            writer.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeUntilClosed(Appendable out) {
        Logfmt lines = new Logfmt();
        Seconds seconds = new Seconds();
        try {
            while (!closing || !waiting.isEmpty()) {
                if (waiting.isEmpty()) {
                    LockSupport.parkNanos(PAUSE);
                } else {
                    tell(lines, seconds);
                    out.append(lines.taken());
                }
            }
        } catch (IOException | UncheckedIOException broken) {
            LOG.log(System.Logger.Level.ERROR, "the access log can no longer be written");
        }
    }

    private void tell(Logfmt lines, Seconds seconds) {
        int told = 0;
        Entry entry;
        while (told < BATCH && (entry = waiting.poll()) != null) {
            entry.tell(lines, seconds);
            told++;
        }
        length.addAndGet(-told);
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            lines.put("dropped", lost).end();
        }
    }
}
