package dev.spoolmark.torture;

import dev.spoolmark.app.ServerProcess;
import dev.spoolmark.db.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Unauthenticated clients send many bodies of every form concurrently while another client uses the server. The
/// server runs with the options of the launcher.
final class MemoryTorture {

    private static final Set<Integer> EXPECTED = Set.of(400, 401, 413);
    private static final Duration EACH = Duration.ofMillis(50);
    private static final double IN_TIME_MILLIS = 2_000;
    private static final int SLOW = 20;
    private static final int CHUNK_SIZE = 1_500;

    private final ServerNode node;
    private final List<HostileBody> bodies = HostileBody.all();
    private final Map<String, AtomicLong> statuses = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private long used;

    private MemoryTorture(ServerNode node) throws IOException {
        this.node = node;
    }

    /// @param concurrency the number of concurrent bodies
    static Outcome run(Path folder, Duration time, int concurrency) throws IOException, InterruptedException {
        ServerFixture fixture = ServerFixture.of(Engine.SQLITE, folder, 2);
        try (ServerNode node = ServerNode.startWithLauncher(fixture, List.of())) {
            MemoryTorture torture = new MemoryTorture(node);
            torture.use(Duration.ofSeconds(2)); // warms up
            torture.sendEachAlone();
            List<Thread> senders = new ArrayList<>();
            for (int n = 0; n < concurrency; n++) {
                int number = n;
                senders.add(Thread.ofVirtual().start(() -> torture.sendUntilOver(number)));
            }
            for (int n = 0; n < SLOW; n++) {
                senders.add(Thread.ofVirtual().start(torture::sendSlowlyUntilOver));
            }
            double slowest = torture.use(time);
            torture.over.set(true);
            for (Thread sender : senders) {
                sender.join();
            }
            return torture.outcome(slowest, concurrency);
        }
    }

    private Outcome outcome(double slowest, int concurrency) throws IOException {
        long memory = node.highestMemoryMib();
        if (memory > ServerProcess.MEMORY_LIMIT_MIB) {
            faults.add("it took " + memory + " MiB");
        }
        List<String> late = slowest > IN_TIME_MILLIS
                ? List.of("who uses the server waited " + Math.round(slowest) + " ms")
                : List.of();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("forms", bodies.size());
        figures.put("bodies, " + concurrency + " at once", sent.get());
        figures.put("by status", new TreeMap<>(statuses));
        figures.put("requests of who uses it", used);
        figures.put("ms 99 of 100 of these took at most", Math.round(slowest));
        figures.put("MiB of memory in the end", node.memoryMib());
        figures.put("MiB of memory at most", memory);
        return new Outcome("memory", figures, List.copyOf(faults), late);
    }

    private void sendEachAlone() {
        for (HostileBody body : bodies) {
            send(body);
        }
    }

    private void sendUntilOver(int number) {
        for (int n = number; !over.get(); n++) {
            send(bodies.get(n % bodies.size()));
        }
    }

    /// Fast enough not to be timed out, and never to the end.
    private void sendSlowlyUntilOver() {
        byte[] begin = "{\"episodes\":[".getBytes(StandardCharsets.UTF_8);
        byte[] chunk = "{},".repeat(CHUNK_SIZE / 3).getBytes(StandardCharsets.UTF_8);
        try (PipelinedConnection connection = new PipelinedConnection(node.port())) {
            connection.begin("rate/episodes", "", 4_000_000);
            connection.write(begin);
            while (!over.get()) {
                Thread.sleep(EACH);
                connection.write(chunk);
            }
        } catch (IOException ended) {
            // The server waits at most one minute.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HostileBody body) {
        sent.incrementAndGet();
        long began = System.nanoTime();
        try (PipelinedConnection connection = new PipelinedConnection(node.port())) {
            int status =
                    connection.post(body.method(), body.fields(), body.bytes()).status();
            statuses.computeIfAbsent(Integer.toString(status), first -> new AtomicLong())
                    .incrementAndGet();
            if (!EXPECTED.contains(status)) {
                faults.add(body + " got " + status + " after " + (System.nanoTime() - began) / 1_000_000 + " ms");
            }
        } catch (IOException withoutResponse) {
            faults.add(body + " got no response: " + withoutResponse.getMessage());
        }
    }

    /// Sends normal requests; a rejection is a fault.
    ///
    /// @return the 99th percentile of the response times, in milliseconds
    private double use(Duration time) throws IOException, InterruptedException {
        List<Long> nanos = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        PipelinedConnection connection = new PipelinedConnection(node.port());
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            PipelinedConnection.Response response = use(connection);
            nanos.add(System.nanoTime() - began);
            connection = connection.orNext(response);
            Thread.sleep(EACH);
        }
        connection.close();
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[sorted.length * 99 / 100] / 1e6;
    }

    private PipelinedConnection.Response use(PipelinedConnection connection) throws IOException {
        RecordedWrite write = new RecordedWrite(RecordedWrite.Kind.ofIndex((int) (used % 4)), 0, 4_000_000 + used);
        used++;
        PipelinedConnection.Response response = connection.post(write.kind().method(), write.body());
        if (!response.isSuccess()) {
            faults.add("the other client got " + response);
        }
        return response;
    }
}
