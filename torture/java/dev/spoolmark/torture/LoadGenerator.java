package dev.spoolmark.torture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/// Sends the requests of many clients from one thread, to leave the processors to the server. Requests are sent on
/// schedule over any free or new connection; responses are read as they arrive.
final class LoadGenerator implements AutoCloseable {

    private static final int ADDRESSES = 100;

    /// Slightly below the limit of the server. A request without a free connection waits for one; the wait counts
    /// as response time.
    private static final int CONNECTIONS = 400;

    private static final int READ_BYTES = 256 * 1024;
    private static final long STEP_MILLIS = 1;

    private final int port;
    private final Supplier<TrafficMix.PreparedRequest> requests;
    private final Selector selector = Selector.open();
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(READ_BYTES);
    private final Deque<OpenConnection> idle = new ArrayDeque<>();
    private final Deque<Long> due = new ArrayDeque<>();
    private final Deque<TrafficMix.PreparedRequest> ready = new ArrayDeque<>();
    private int opened;
    private int open;

    /// @param requests supplies the next complete request
    LoadGenerator(int port, Supplier<TrafficMix.PreparedRequest> requests) throws IOException {
        this.port = port;
        this.requests = requests;
    }

    /// The outcome of a request.
    enum RequestOutcome {
        /// Successful.
        SUCCESS,
        /// 503 with `Retry-After`.
        REJECTED,
        /// Any other response.
        OTHER,
        /// The connection ended without a response, or none arrived.
        NONE
    }

    /// Closed loop: a fixed number of concurrent requests; each response triggers the next request.
    LatencyStats runClosedLoop(int concurrency, Duration time) throws IOException {
        return run(time, (since, stats) -> stats.open() < concurrency);
    }

    /// Open loop: a fixed number of requests per second, independent of responses. The requests are created in
    /// advance.
    LatencyStats runOpenLoop(double aSecond, Duration time) throws IOException {
        for (long n = Math.round(aSecond * time.toMillis() / 1_000); n > 0; n--) {
            ready.add(requests.get());
        }
        return run(time, (since, stats) -> stats.sent() < since / 1e9 * aSecond);
    }

    /// Whether the next request is to be sent.
    private interface Schedule {

        boolean due(long nanosSince, LatencyStats stats);
    }

    private LatencyStats run(Duration time, Schedule schedule) throws IOException {
        LatencyStats stats = new LatencyStats();
        long began = System.nanoTime();
        long until = began + time.toNanos();
        for (long now = began; now < until; now = System.nanoTime()) {
            while (schedule.due(now - began, stats)) {
                stats.send();
                due.add(System.nanoTime());
            }
            sendAll(stats);
            take(stats);
        }
        stats.unsent(due.size());
        due.clear();
        ready.clear();
        stats.endMeasurement(System.nanoTime() - began);
        awaitOutstanding(stats);
        return stats;
    }

    /// Outstanding responses are counted with their outcome, but not as throughput.
    private void awaitOutstanding(LatencyStats stats) throws IOException {
        long patience = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (stats.open() > 0 && System.nanoTime() < patience) {
            take(stats);
        }
        stats.abandon();
    }

    private void sendAll(LatencyStats stats) {
        while (!due.isEmpty() && (!idle.isEmpty() || open < CONNECTIONS)) {
            send(due.remove(), stats);
        }
    }

    private void send(long now, LatencyStats stats) {
        TrafficMix.PreparedRequest wish = ready.isEmpty() ? requests.get() : ready.remove();
        ByteBuffer request = wish.request();
        try {
            OpenConnection connection = idle.isEmpty() ? open() : idle.pop();
            connection.keeps = wish.isWrite();
            connection.dueAt = now;
            connection.sentAt = System.nanoTime();
            stats.late(connection.sentAt - now);
            connection.channel.write(request);
            if (request.hasRemaining()) {
                throw new IOException("the connection takes no whole request");
            }
        } catch (IOException closed) {
            stats.record(RequestOutcome.NONE, wish.isWrite(), System.nanoTime() - now);
        }
    }

    private OpenConnection open() throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.bind(new InetSocketAddress(address(opened++ % ADDRESSES), 0));
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.configureBlocking(false);
        OpenConnection connection = new OpenConnection(channel);
        open++;
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    private static InetAddress address(int number) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (1 + number)});
    }

    private void take(LatencyStats stats) throws IOException {
        selector.select(key -> take(key, stats), STEP_MILLIS);
    }

    private void take(SelectionKey key, LatencyStats stats) {
        OpenConnection connection = (OpenConnection) key.attachment();
        incoming.clear();
        try {
            if (connection.channel.read(incoming) < 0) {
                leave(connection, stats);
                return;
            }
            incoming.flip();
            if (connection.reader.read(incoming)) {
                RequestOutcome response = connection.reader.outcome();
                // The wait of an admitted request begins at its scheduled time, the wait of a rejected one when it
                // was sent.
                long since = response == RequestOutcome.REJECTED ? connection.sentAt : connection.dueAt;
                stats.record(response, connection.keeps, System.nanoTime() - since);
                connection.sentAt = 0;
                if (connection.reader.last()) {
                    close(connection);
                } else {
                    idle.push(connection);
                }
            }
        } catch (IOException closed) {
            leave(connection, stats);
        }
    }

    private void leave(OpenConnection connection, LatencyStats stats) {
        if (connection.sentAt != 0) {
            stats.record(RequestOutcome.NONE, connection.keeps, System.nanoTime() - connection.sentAt);
        }
        idle.remove(connection);
        close(connection);
    }

    private void close(OpenConnection connection) {
        open--;
        try {
            connection.channel.close();
        } catch (IOException closed) {
            // The connection was to be closed anyway.
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    /// One connection, with at most one outstanding request.
    private static final class OpenConnection {

        private final SocketChannel channel;
        private final ResponseParser reader = new ResponseParser();
        private boolean keeps;
        private long dueAt;
        private long sentAt;

        OpenConnection(SocketChannel channel) {
            this.channel = channel;
        }
    }
}
