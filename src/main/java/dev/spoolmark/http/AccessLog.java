package dev.spoolmark.http;

import dev.spoolmark.core.BackgroundTask;
import dev.spoolmark.core.BackgroundTasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One line for every request, written by a thread of its own so that nobody waits for a disk.
///
/// When lines come faster than they can be written some are dropped, and the log says how many.
public final class AccessLog implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AccessLog.class.getName());
    private static final int QUEUE = 8192;
    private static final int BATCH = 1_000;
    private static final int NANOS_A_MILLISECOND = 1_000_000;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final int capacity;
    private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger length = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private final @Nullable Appendable out;
    private final Seconds seconds = new Seconds();
    private boolean broken;
    private @Nullable BackgroundTask task;

    private AccessLog(@Nullable Appendable out, int capacity) {
        this.capacity = capacity;
        this.out = out;
    }

    /// A log that is kept nowhere.
    public static AccessLog off() {
        return new AccessLog(null, 1);
    }

    public static AccessLog to(Appendable out, BackgroundTasks tasks) {
        return to(out, QUEUE, tasks);
    }

    static AccessLog to(Appendable out, int capacity, BackgroundTasks tasks) {
        AccessLog log = new AccessLog(out, capacity);
        log.task = tasks.every("access-log", PAUSE, PAUSE, log::writeWaiting);
        return log;
    }

    /// What is told of a request (`docs/security.md#sec-l1`).
    public record Entry(
            Instant time,
            String id,
            String verb,
            int status,
            long bytes,
            long milliseconds,
            InetAddress address,
            Response.AccessLogFields trace) {
        void writeTo(LogfmtWriter lines, Seconds seconds) {
            lines.put("time", seconds.text(time))
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
            lines.put("address", address.getHostAddress()).endLine();
        }
    }

    /// Words instants; the second, which takes the most work, only once.
    static final class Seconds {

        private long second = Long.MIN_VALUE;
        private String words = "";

        String text(Instant time) {
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
        if (out == null) {
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
        if (task != null) {
            task.close();
            writeWaiting();
        }
    }

    /// What cannot be written is lost. The next lines are tried all the same: a disk may have room again.
    private void writeWaiting() {
        LogfmtWriter lines = new LogfmtWriter();
        while (out != null && !waiting.isEmpty()) {
            write(lines, seconds);
            String taken = lines.drain();
            try {
                out.append(taken);
                broken = false;
            } catch (IOException | UncheckedIOException failed) {
                logOnce();
            }
        }
    }

    private void logOnce() {
        if (!broken) {
            LOG.log(System.Logger.Level.ERROR, "the access log cannot be written; lines are lost until it can");
        }
        broken = true;
    }

    private void write(LogfmtWriter lines, Seconds seconds) {
        int told = 0;
        Entry entry;
        while (told < BATCH && (entry = waiting.poll()) != null) {
            entry.writeTo(lines, seconds);
            told++;
        }
        length.addAndGet(-told);
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            lines.put("dropped", lost).endLine();
        }
    }
}
