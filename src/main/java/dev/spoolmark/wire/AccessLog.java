package dev.spoolmark.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One line for every request, written by a thread of its own so that nobody waits for a disk.
///
/// When lines come faster than they can be written some are dropped, and the log says how many.
public final class AccessLog implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AccessLog.class.getName());
    private static final int QUEUE = 8192;
    private static final String END = "";

    private final BlockingQueue<String> lines;
    private final AtomicLong dropped = new AtomicLong();
    private final @Nullable Thread writer;

    private AccessLog(@Nullable Appendable out, int queue) {
        lines = new ArrayBlockingQueue<>(queue);
        writer = out == null
                ? null
                : Thread.ofPlatform().name("access-log").daemon().unstarted(() -> write(out));
    }

    /// A log that is kept nowhere.
    public static AccessLog off() {
        return new AccessLog(null, 1);
    }

    public static AccessLog to(Appendable out) {
        return to(out, QUEUE);
    }

    static AccessLog to(Appendable out, int queue) {
        AccessLog log = new AccessLog(out, queue);
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

        String line() {
            Logfmt line = new Logfmt()
                    .put("time", time)
                    .put("id", id)
                    .put("verb", verb)
                    .put("route", trace.route())
                    .put("status", status)
                    .put("bytes", bytes)
                    .put("ms", milliseconds);
            if (trace.user() != null) {
                line.put("user", trace.user());
            }
            if (trace.application() != null) {
                line.put("app", trace.application());
            }
            return line.put("address", address.getHostAddress()).line();
        }
    }

    void add(Entry entry) {
        if (writer != null && !lines.offer(entry.line())) {
            dropped.incrementAndGet();
        }
    }

    /// Writes what is waiting, and ends.
    @Override
    public void close() {
        if (writer == null) {
            return;
        }
        try {
            lines.put(END);
            writer.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Appendable out) {
        List<String> batch = new ArrayList<>();
        try {
            do {
                batch.clear();
                batch.add(lines.take());
                lines.drainTo(batch);
                out.append(text(batch));
            } while (!batch.getLast().equals(END));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException broken) {
            LOG.log(System.Logger.Level.ERROR, "the access log can no longer be written");
        }
    }

    private String text(List<String> batch) {
        StringBuilder text = new StringBuilder(batch.size() * 160);
        for (String line : batch) {
            if (!line.equals(END)) {
                text.append(line).append('\n');
            }
        }
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            text.append(new Logfmt().put("dropped", lost).line()).append('\n');
        }
        return text.toString();
    }
}
