package dev.spoolmark.torture;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Discards the response and repeats the request while the server may still be processing the first one.
final class RetryTorture {

    private static final List<RecordedWrite.Kind> KINDS = List.of(
            RecordedWrite.Kind.SCROBBLE, RecordedWrite.Kind.SEEN, RecordedWrite.Kind.RATE, RecordedWrite.Kind.CHECK_IN);

    private final int port;
    private final WriteLedger ledger = new WriteLedger();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left;

    private RetryTorture(int port, int times) {
        this.port = port;
        this.left = new AtomicInteger(times);
    }

    static Outcome run(Engine engine, Path folder, int times) throws IOException, InterruptedException {
        ServerFixture fixture = ServerFixture.of(engine, folder, Writers.USERS);
        RetryTorture torture;
        try (ServerNode node = ServerNode.start(fixture)) {
            Writers.prepare(node.port());
            torture = new RetryTorture(node.port(), times);
            List<Thread> threads = new ArrayList<>();
            for (int n = 0; n < Writers.USERS; n++) {
                int user = n;
                threads.add(Thread.ofPlatform().start(() -> torture.write(user)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        List<String> faults = new ArrayList<>(torture.faults);
        try (Database database = fixture.open()) {
            faults.addAll(torture.ledger.faults(database));
            database.read(tx -> tx.findFirst("SELECT count(*) FROM play WHERE action = 2", row -> row.getLong(1)))
                    .filter(plays -> plays > 0)
                    .ifPresent(plays -> faults.add(plays + " plays of check-ins that were taken back"));
        }
        faults.addAll(fixture.check());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("responses discarded", times);
        return new Outcome("ambiguous retries on " + engine, figures, faults);
    }

    private void write(int user) {
        Random random = new Random(user);
        try {
            for (int index = user; left.getAndDecrement() > 0; index++) {
                RecordedWrite write = ledger.next(KINDS.get(index % KINDS.size()), user);
                if (write.kind() == RecordedWrite.Kind.CHECK_IN) {
                    checkInAndOut(write, random);
                } else {
                    ledger.sent(write);
                    PipelinedConnection.Response response = twice(write, random.nextBoolean(), random);
                    if (response.isStored()) {
                        ledger.acknowledged(write);
                    } else {
                        faults.add(write + " got " + response);
                    }
                }
            }
        } catch (IOException | InterruptedException e) {
            faults.add("a connection broke: " + e);
        }
    }

    /// If the server processed a check-in only after its repetition and cancellation, it would be a new one. So
    /// the response is awaited before it is discarded.
    private void checkInAndOut(RecordedWrite write, Random random) throws IOException, InterruptedException {
        PipelinedConnection.Response in = twice(write, true, random);
        if (in.status() >= 500) {
            faults.add(write + " got " + in);
        }
        try (PipelinedConnection connection = new PipelinedConnection(port)) {
            String watching = "/user/watching.json/" + PipelinedConnection.KEY + "/"
                    + RecordedWrite.userNameOf(write.userNameOf());
            if (!connection.get(watching).body().contains("Title " + write.number())) {
                faults.add("not checked in: " + write);
            }
            connection.post("movie/cancelcheckin", RecordedWrite.signed(write.userNameOf()));
            if (connection.get(watching).body().contains("Title " + write.number())) {
                faults.add("still checked in: " + write);
            }
        }
    }

    /// @param answered whether the first response begins before its connection is closed
    private PipelinedConnection.Response twice(RecordedWrite write, boolean answered, Random random)
            throws IOException, InterruptedException {
        String method = write.kind().method();
        try (PipelinedConnection thrownAway = new PipelinedConnection(port)) {
            thrownAway.send(method, write.body());
            if (answered) {
                thrownAway.awaitResponse();
            } else {
                Thread.sleep(random.nextInt(6));
            }
        }
        try (PipelinedConnection connection = new PipelinedConnection(port)) {
            return connection.post(method, write.body());
        }
    }
}
