package dev.spoolmark.torture;

import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Engine;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Guesses new passwords for many accounts from several addresses while another user uses the server.
final class BruteForceTorture {

    private static final int USERS = 50;
    private static final int NAMES = 1_000;
    private static final int ADDRESSES = 20;
    private static final Duration EACH = Duration.ofMillis(50);

    /// Five at once, then one every four seconds (`docs/security.md#guessing`); one more may occur at each
    /// boundary.
    private static final int BURST = 6;

    private static final Duration INTERVAL = Duration.ofSeconds(4);

    private final int port;
    private final AtomicLong guesses = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private long used;

    private BruteForceTorture(int port) {
        this.port = port;
    }

    /// @param time duration of the guessing; before it, the other user is alone for a quarter of that time
    static Outcome run(Path folder, Duration time, int count) throws IOException, InterruptedException {
        ServerFixture fixture = ServerFixture.of(Engine.SQLITE, folder, USERS);
        try (ServerNode node = ServerNode.startWithLauncher(fixture, List.of())) {
            BruteForceTorture abuse = new BruteForceTorture(node.port());
            abuse.use(Duration.ofSeconds(2)); // warms up
            double alone = abuse.use(time.dividedBy(4));
            long began = System.nanoTime();
            List<Thread> guessers = abuse.guess(time, count);
            double during = abuse.use(time);
            for (Thread guesser : guessers) {
                guesser.join();
            }
            return abuse.outcome(alone, during, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    /// @param took from the first guess to the last, longer than planned on a busy machine
    private Outcome outcome(double alone, double during, Duration took) {
        long max = ADDRESSES * (BURST + took.dividedBy(INTERVAL));
        if (wrong.get() > max) {
            faults.add(wrong + " guesses were tried, of " + max + " that may be");
        }
        if (wrong.get() < ADDRESSES) {
            faults.add("hardly any guess was tried at all");
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("wrong passwords", guesses.get());
        figures.put("accounts, " + USERS + " of them real", NAMES);
        figures.put("addresses", ADDRESSES);
        figures.put("tried and wrong", wrong.get());
        figures.put("rejected because of the limits", rejected.get());
        figures.put("requests of who uses it", used);
        figures.put("ms 99 of 100 of these took at most alone", hundredths(alone));
        figures.put("ms beside the guessing", hundredths(during));
        return new Outcome("abuse", figures, List.copyOf(faults));
    }

    private static double hundredths(double millis) {
        return Math.round(millis * 100) / 100.0;
    }

    /// A user in a home network sends normal requests; any rejection is a fault.
    ///
    /// @return the 99th percentile of the response times, in milliseconds
    private double use(Duration time) throws IOException, InterruptedException {
        int count = (int) time.dividedBy(EACH);
        long[] nanos = new long[count];
        long began = System.nanoTime();
        PipelinedConnection connection = new PipelinedConnection(port);
        for (int n = 0; n < count; n++) {
            long early = began + n * EACH.toNanos() - System.nanoTime();
            Thread.sleep(Duration.ofNanos(Math.max(0, early)));
            long sent = System.nanoTime();
            boolean last = use(connection).last();
            nanos[n] = System.nanoTime() - sent;
            if (last) {
                connection.close();
                connection = new PipelinedConnection(port);
            }
        }
        connection.close();
        Arrays.sort(nanos);
        return nanos[count * 99 / 100] / 1e6;
    }

    private PipelinedConnection.Response use(PipelinedConnection connection) throws IOException {
        RecordedWrite write = new RecordedWrite(RecordedWrite.Kind.ofIndex((int) (used % 4)), 0, 4_000_000 + used);
        used++;
        PipelinedConnection.Response response = connection.post(write.kind().method(), write.body());
        if (!response.isSuccess()) {
            faults.add("the other user got " + response);
        }
        return response;
    }

    private List<Thread> guess(Duration time, int count) {
        List<Thread> guessers = new ArrayList<>();
        for (int n = 0; n < ADDRESSES; n++) {
            int number = n;
            guessers.add(Thread.ofPlatform().daemon().start(() -> guess(number, time, count / ADDRESSES)));
        }
        return guessers;
    }

    private void guess(int address, Duration time, int count) {
        long began = System.nanoTime();
        try (PipelinedConnection connection =
                new PipelinedConnection(port, InetAddress.ofLiteral("127.0.2." + (1 + address)))) {
            for (int n = 0; n < count; n++) {
                Thread.sleep(Duration.ofNanos(Math.max(0, began + time.toNanos() / count * n - System.nanoTime())));
                guess(connection);
            }
        } catch (IOException e) {
            faults.add("a guess got no response: " + e.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void guess(PipelinedConnection connection) throws IOException {
        long number = guesses.getAndIncrement();
        String password =
                HexFormat.of().formatHex(Secret.sha1Of("guess " + number).reveal());
        String name = RecordedWrite.userNameOf((int) (1 + number % NAMES));
        PipelinedConnection.Response response =
                connection.post("account/test", "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}");
        switch (response.status()) {
            case 401 -> wrong.incrementAndGet();
            case 503 -> rejected.incrementAndGet();
            default -> faults.add("a guess got " + response);
        }
    }
}
