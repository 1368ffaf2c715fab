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
    private final Supplier<TrafficMix.Wish> requests;
    private final Selector selector = Selector.open();
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(READ_BYTES);
    private final Deque<Visitor> idle = new ArrayDeque<>();
    private final Deque<Long> due = new ArrayDeque<>();
    private final Deque<TrafficMix.Wish> ready = new ArrayDeque<>();
    private int opened;
    private int open;

    /// @param requests supplies the next complete request
    LoadGenerator(int port, Supplier<TrafficMix.Wish> requests) throws IOException {
        this.port = port;
        this.requests = requests;
    }

    /// The outcome of a request.
    enum Answer {
        /// Successful.
        TAKEN,
        /// 503 with `Retry-After`.
        REFUSED,
        /// Any other response.
        OTHER,
        /// The connection ended without a response, or none arrived.
        NONE
    }

    /// Closed loop: a fixed number of concurrent requests; each response triggers the next request.
    LatencyStats inTurns(int atOnce, Duration time) throws IOException {
        return run(time, (since, tally) -> tally.open() < atOnce);
    }

    /// Open loop: a fixed number of requests per second, independent of responses. The requests are created in
    /// advance.
    LatencyStats onSchedule(double aSecond, Duration time) throws IOException {
        for (long n = Math.round(aSecond * time.toMillis() / 1_000); n > 0; n--) {
            ready.add(requests.get());
        }
        return run(time, (since, tally) -> tally.sent() < since / 1e9 * aSecond);
    }

    /// Whether the next request is to be sent.
    private interface Schedule {

        boolean due(long nanosSince, LatencyStats tally);
    }

    private LatencyStats run(Duration time, Schedule schedule) throws IOException {
        LatencyStats tally = new LatencyStats();
        long began = System.nanoTime();
        long until = began + time.toNanos();
        for (long now = began; now < until; now = System.nanoTime()) {
            while (schedule.due(now - began, tally)) {
                tally.send();
                due.add(System.nanoTime());
            }
            sendAll(tally);
            take(tally);
        }
        tally.unsent(due.size());
        due.clear();
        ready.clear();
        tally.ended(System.nanoTime() - began);
        awaitTheRest(tally);
        return tally;
    }

    /// Outstanding responses are counted with their outcome, but not as throughput.
    private void awaitTheRest(LatencyStats tally) throws IOException {
        long patience = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (tally.open() > 0 && System.nanoTime() < patience) {
            take(tally);
        }
        tally.giveUp();
    }

    private void sendAll(LatencyStats tally) {
        while (!due.isEmpty() && (!idle.isEmpty() || open < CONNECTIONS)) {
            send(due.remove(), tally);
        }
    }

    private void send(long now, LatencyStats tally) {
        TrafficMix.Wish wish = ready.isEmpty() ? requests.get() : ready.remove();
        ByteBuffer request = wish.request();
        try {
            Visitor visitor = idle.isEmpty() ? open() : idle.pop();
            visitor.keeps = wish.keeps();
            visitor.dueAt = now;
            visitor.sentAt = System.nanoTime();
            tally.late(visitor.sentAt - now);
            visitor.channel.write(request);
            if (request.hasRemaining()) {
                throw new IOException("the connection takes no whole request");
            }
        } catch (IOException gone) {
            tally.answer(Answer.NONE, wish.keeps(), System.nanoTime() - now);
        }
    }

    private Visitor open() throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.bind(new InetSocketAddress(address(opened++ % ADDRESSES), 0));
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.configureBlocking(false);
        Visitor visitor = new Visitor(channel);
        open++;
        channel.register(selector, SelectionKey.OP_READ, visitor);
        return visitor;
    }

    private static InetAddress address(int number) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (1 + number)});
    }

    private void take(LatencyStats tally) throws IOException {
        selector.select(key -> take(key, tally), STEP_MILLIS);
    }

    private void take(SelectionKey key, LatencyStats tally) {
        Visitor visitor = (Visitor) key.attachment();
        incoming.clear();
        try {
            if (visitor.channel.read(incoming) < 0) {
                leave(visitor, tally);
                return;
            }
            incoming.flip();
            if (visitor.reader.read(incoming)) {
                Answer response = visitor.reader.answer();
                // The wait of an admitted request begins at its scheduled time, the wait of a rejected one when it
                // was sent.
                long since = response == Answer.REFUSED ? visitor.sentAt : visitor.dueAt;
                tally.answer(response, visitor.keeps, System.nanoTime() - since);
                visitor.sentAt = 0;
                if (visitor.reader.last()) {
                    close(visitor);
                } else {
                    idle.push(visitor);
                }
            }
        } catch (IOException gone) {
            leave(visitor, tally);
        }
    }

    private void leave(Visitor visitor, LatencyStats tally) {
        if (visitor.sentAt != 0) {
            tally.answer(Answer.NONE, visitor.keeps, System.nanoTime() - visitor.sentAt);
        }
        idle.remove(visitor);
        close(visitor);
    }

    private void close(Visitor visitor) {
        open--;
        try {
            visitor.channel.close();
        } catch (IOException gone) {
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
    private static final class Visitor {

        private final SocketChannel channel;
        private final AnswerReader reader = new AnswerReader();
        private boolean keeps;
        private long dueAt;
        private long sentAt;

        Visitor(SocketChannel channel) {
            this.channel = channel;
        }
    }
}
