package dev.spoolmark.torture;

import dev.spoolmark.store.Database;
import dev.spoolmark.store.Engine;
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

/// The answer is thrown away and the client sends the same again, while the server may still be busy with the first.
final class RetryTorture {

    private static final List<Deed.Kind> KINDS =
            List.of(Deed.Kind.SCROBBLE, Deed.Kind.SEEN, Deed.Kind.RATE, Deed.Kind.CHECK_IN);

    private final int port;
    private final Ledger ledger = new Ledger();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left;

    private RetryTorture(int port, int times) {
        this.port = port;
        this.left = new AtomicInteger(times);
    }

    static Outcome run(Engine engine, Path folder, int times) throws IOException, InterruptedException {
        Ground ground = Ground.of(engine, folder, Crowd.PEOPLE);
        RetryTorture torture;
        try (Node node = Node.start(ground)) {
            Crowd.prepare(node.port());
            torture = new RetryTorture(node.port(), times);
            List<Thread> threads = new ArrayList<>();
            for (int n = 0; n < Crowd.PEOPLE; n++) {
                int person = n;
                threads.add(Thread.ofPlatform().start(() -> torture.write(person)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        List<String> faults = new ArrayList<>(torture.faults);
        try (Database database = ground.open()) {
            faults.addAll(torture.ledger.faults(database));
            database.read(tx -> tx.first("SELECT count(*) FROM play WHERE action = 2", row -> row.number(1)))
                    .filter(plays -> plays > 0)
                    .ifPresent(plays -> faults.add(plays + " plays of check-ins that were taken back"));
        }
        faults.addAll(ground.check());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("answers thrown away", times);
        return new Outcome("ambiguous retries on " + engine, figures, faults);
    }

    private void write(int person) {
        Random random = new Random(person);
        try {
            for (int turn = person; left.getAndDecrement() > 0; turn++) {
                Deed deed = ledger.next(KINDS.get(turn % KINDS.size()), person);
                if (deed.kind() == Deed.Kind.CHECK_IN) {
                    checkInAndOut(deed, random);
                } else {
                    ledger.sent(deed);
                    Line.Reply reply = twice(deed, random.nextBoolean(), random);
                    if (reply.saysKept()) {
                        ledger.acknowledged(deed);
                    } else {
                        faults.add(deed + " was answered " + reply);
                    }
                }
            }
        } catch (IOException | InterruptedException e) {
            faults.add("a connection broke: " + e);
        }
    }

    /// A check-in that the server gets to only after it was repeated and taken back would be a new one, as its sender
    /// says; so here the answer is on its way when it is thrown away.
    private void checkInAndOut(Deed deed, Random random) throws IOException, InterruptedException {
        Line.Reply in = twice(deed, true, random);
        if (in.status() >= 500) {
            faults.add(deed + " was answered " + in);
        }
        try (Line line = new Line(port)) {
            String watching = "/user/watching.json/" + Line.KEY + "/" + Deed.person(deed.person());
            if (!line.get(watching).body().contains("Title " + deed.number())) {
                faults.add("not checked in: " + deed);
            }
            line.post("movie/cancelcheckin", Deed.signed(deed.person()));
            if (line.get(watching).body().contains("Title " + deed.number())) {
                faults.add("still checked in: " + deed);
            }
        }
    }

    /// @param answered whether the first answer comes before its connection is closed
    private Line.Reply twice(Deed deed, boolean answered, Random random) throws IOException, InterruptedException {
        String method = deed.kind().method();
        try (Line thrownAway = new Line(port)) {
            thrownAway.send(method, deed.body());
            if (answered) {
                thrownAway.overhear();
            } else {
                Thread.sleep(random.nextInt(6));
            }
        }
        try (Line line = new Line(port)) {
            return line.post(method, deed.body());
        }
    }
}
