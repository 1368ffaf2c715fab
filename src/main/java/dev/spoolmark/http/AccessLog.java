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

/// Writes one line for each request, on a background thread so that no request waits for the disk.
///
/// When the queue is full, lines are dropped and their number is logged.
public final class AccessLog implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AccessLog.class.getName());
    private static final int QUEUE = 8192;
    private static final int BATCH = 1_000;
    private static final int NANOS_PER_MILLISECOND = 1_000_000;
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

    /// A log that writes nothing.
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

    /// What is logged of a request (`docs/security.md#sec-l1`).
    public record Entry(
            Instant time,
            String id,
            String method,
            int status,
            long bytes,
            long milliseconds,
            InetAddress address,
            Response.AccessLogFields trace) {
        void writeTo(LogfmtWriter lines, Seconds seconds) {
            lines.putPlain("time", seconds.text(time))
                    .putPlain("id", id)
                    .put("method", method)
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
            lines.putPlain("address", address.getHostAddress()).endLine();
        }
    }

    /// Formats instants. The text of a second is cached, since it takes the most work.
    static final class Seconds {

        private long second = Long.MIN_VALUE;
        private String text = "";

        String text(Instant time) {
            if (time.getEpochSecond() != second) {
                second = time.getEpochSecond();
                String timestamp = Instant.ofEpochSecond(second).toString();
                this.text = timestamp.substring(0, timestamp.length() - 1) + ".";
            }
            int milliseconds = time.getNano() / NANOS_PER_MILLISECOND;
            return text
                    + (char) ('0' + milliseconds / 100)
                    + (char) ('0' + milliseconds / 10 % 10)
                    + (char) ('0' + milliseconds % 10)
                    + 'Z';
        }
    }

    /// Takes no lock: with a blocking queue, requests waited for each other.
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

    /// Writes the queued lines and stops.
    @Override
    public void close() {
        if (task != null) {
            task.close();
            writeWaiting();
        }
    }

    /// Lines that cannot be written are lost. The next ones are tried: the disk may have space again.
    private void writeWaiting() {
        LogfmtWriter lines = new LogfmtWriter();
        while (out != null && !waiting.isEmpty()) {
            write(lines, seconds);
            String drained = lines.drain();
            try {
                out.append(drained);
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
        int written = 0;
        Entry entry;
        while (written < BATCH && (entry = waiting.poll()) != null) {
            entry.writeTo(lines, seconds);
            written++;
        }
        length.addAndGet(-written);
        long droppedLines = dropped.getAndSet(0);
        if (droppedLines > 0) {
            lines.put("dropped", droppedLines).endLine();
        }
    }
}
