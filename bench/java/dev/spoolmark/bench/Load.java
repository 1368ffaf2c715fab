package dev.spoolmark.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/// Sends requests one after another over a fixed number of connections for a fixed time, to this machine only.
final class Load {

    /// The time in which all connections are opened before the first request of a paced run is due.
    private static final Duration SETUP = Duration.ofMillis(500);

    private final int port;
    private final int connections;
    private final IntFunction<Supplier<byte[]>> requests;

    private Load(IntFunction<Supplier<byte[]>> requests, int port, int connections) {
        this.port = port;
        this.connections = connections;
        this.requests = requests;
    }

    /// @param request the complete request of each connection, head and body
    Load(int port, int connections, IntFunction<byte[]> request) {
        this(
                n -> {
                    byte[] same = request.apply(n);
                    return () -> same;
                },
                port,
                connections);
    }

    /// @param requests supplies the next request of each connection
    static Load changing(int port, int connections, IntFunction<Supplier<byte[]>> requests) {
        return new Load(requests, port, connections);
    }

    /// Returns responses per second. Any status but 200 aborts the run.
    double run(Duration time) throws InterruptedException {
        AtomicLong responses = new AtomicLong();
        long began = System.nanoTime();
        run(time, () -> nanos -> {}, responses, 0);
        return responses.get() / ((System.nanoTime() - began) / 1e9);
    }

    /// Returns the response times in milliseconds, in ascending order.
    double[] millis(Duration time) throws InterruptedException {
        return millis(time, 0);
    }

    private double[] millis(Duration time, long interval) throws InterruptedException {
        List<DoubleStream.Builder> all = new ArrayList<>();
        run(
                time,
                () -> {
                    DoubleStream.Builder own = DoubleStream.builder();
                    all.add(own);
                    return nanos -> own.add(nanos / 1e6);
                },
                new AtomicLong(),
                interval);
        return all.stream()
                .flatMapToDouble(DoubleStream.Builder::build)
                .sorted()
                .toArray();
    }

    /// The milliseconds from the moment at which each request is due to the end of its response, in ascending order:
    /// a response that is late also counts for the requests behind it. The connections are open before.
    ///
    /// @param perSecond requests in a second over all connections, at even distances
    double[] millisAt(int perSecond, Duration time) throws InterruptedException {
        long interval = connections * 1_000_000_000L / perSecond;
        return millis(time, interval);
    }

    /// @param durations creates for each connection the consumer of response times in nanoseconds
    /// @param interval nanoseconds between two requests of a connection, 0 for one right after the other
    private void run(Duration time, Supplier<LongConsumer> durations, AtomicLong responses, long interval)
            throws InterruptedException {
        AtomicReference<IOException> failed = new AtomicReference<>();
        long start = System.nanoTime() + (interval == 0 ? 0 : SETUP.toNanos());
        long until = start + time.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Supplier<byte[]> next = requests.apply(i);
            LongConsumer nanos = durations.get();
            RequestSchedule schedule = new RequestSchedule(start + i * interval / connections, interval);
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    responses.addAndGet(sendUntil(next, until, schedule, nanos));
                } catch (IOException e) {
                    failed.set(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        IOException fault = failed.get();
        if (fault != null) {
            throw new IllegalStateException("a connection got something else than a success", fault);
        }
    }

    private long sendUntil(Supplier<byte[]> next, long until, RequestSchedule schedule, LongConsumer nanos)
            throws IOException {
        long responses = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
            OutputStream out = socket.getOutputStream();
            while (System.nanoTime() < until) {
                byte[] request = next.get();
                long began = schedule.await();
                out.write(request);
                out.flush();
                readResponse(in);
                nanos.accept(System.nanoTime() - began);
                responses++;
                if (responses % 900 == 0) {
                    return responses
                            + sendUntil(
                                    next, until, schedule,
                                    nanos); // a server may end a connection after a thousand requests
                }
            }
        }
        return responses;
    }

    /// The moments at which the requests of one connection are due.
    private static final class RequestSchedule {

        private final long interval;
        private long next;

        /// @param interval in nanoseconds, 0 for no pace
        RequestSchedule(long first, long interval) {
            this.next = first;
            this.interval = interval;
        }

        /// Waits until the next request is due.
        ///
        /// @return when it was due, in the nanoseconds of [System#nanoTime]
        long await() {
            if (interval == 0) {
                return System.nanoTime();
            }
            long due = next;
            next += interval;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            return due;
        }
    }

    private static void readResponse(InputStream in) throws IOException {
        String status = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.startsWith("HTTP/1.1 200") || body.startsWith("{\"status\":\"failure\"")) {
            throw new IOException(status + " " + body);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    static byte[] get(String path) {
        return get(path, "");
    }

    /// @param fields header fields, each with its line end
    static byte[] get(String path, String fields) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] post(String path, String body) {
        return post(path, "", body);
    }

    /// The server closes the connection after the response.
    static byte[] closing(String path, String body) {
        return post(path, "Connection: close\r\n", body);
    }

    private static byte[] post(String path, String fields, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "Content-Length: " + bytes.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] content = java.util.Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, content, head.length, bytes.length);
        return content;
    }
}
