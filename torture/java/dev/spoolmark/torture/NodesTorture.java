package dev.spoolmark.torture;

import dev.spoolmark.store.Database;
import dev.spoolmark.store.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Two servers on one PostgreSQL take writes of the same people, while one of them is restarted and the other killed.
final class NodesTorture {

    private static final long FRESH_NANOS = Duration.ofMillis(5_200).toNanos(); // five seconds, and the asking

    private final Ground ground;
    private final Path other;
    private final List<String> faults = new ArrayList<>();
    private final Node[] nodes = new Node[2];

    private NodesTorture(Ground ground, Path other) {
        this.ground = ground;
        this.other = other;
    }

    static Outcome run(Path folder, Path other, int rounds) throws IOException, InterruptedException {
        NodesTorture torture = new NodesTorture(Ground.of(Engine.POSTGRESQL, folder, Crowd.PEOPLE), other);
        try {
            return torture.run(rounds);
        } finally {
            torture.nodes[0].close();
            torture.nodes[1].close();
        }
    }

    private Outcome run(int rounds) throws IOException, InterruptedException {
        Ledger ledger = new Ledger();
        Slots slots = new Slots();
        nodes[0] = start(0);
        nodes[1] = start(1);
        Crowd.prepare(nodes[0].port());
        // Four writers a person, two at each server.
        Crowd crowd = Crowd.startAndReturn(ledger, slots, writer -> nodes[writer / Crowd.PEOPLE % 2].port());
        long longest = 0;
        for (int round = 1; round <= rounds; round++) {
            Thread.sleep(1_000);
            nodes[1].askToEnd();
            if (nodes[1].awaitEnd(Duration.ofSeconds(10)) != 0) {
                faults.add("a server did not end when it was asked to");
            }
            nodes[1] = start(1);
            Thread.sleep(1_000);
            nodes[0].kill();
            nodes[0] = start(0);
            longest = Math.max(longest, staleness(round));
        }
        crowd.stop();
        faults.addAll(crowd.faults());
        try (Database database = ground.open()) {
            faults.addAll(ledger.faults(database));
            faults.addAll(slots.faults(database));
        }
        faults.addAll(ground.check());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("restarts", rounds);
        figures.put("kills", rounds);
        figures.put("acknowledged writes", ledger.count());
        figures.put("ms until a change was seen everywhere, at most", longest / 1_000_000);
        return new Outcome("two nodes on POSTGRESQL", figures, faults);
    }

    private Node start(int number) throws IOException {
        return Node.start(number == 0 ? ground : new Ground(other, ground.login()));
    }

    /// Both have the old title in their caches when a command changes it.
    private long staleness(int round) throws IOException, InterruptedException {
        load("Before " + round, round);
        Thread.sleep(5_200);
        for (Node node : nodes) {
            summary(node);
        }
        String now = "After " + round;
        load(now, round);
        long changed = System.nanoTime();
        for (Node node : nodes) {
            while (!summary(node).contains(now) && System.nanoTime() - changed < 2 * FRESH_NANOS) {
                Thread.sleep(20);
            }
        }
        long took = System.nanoTime() - changed;
        if (took > FRESH_NANOS) {
            faults.add("a change was not seen for " + took / 1_000_000 + " ms");
        }
        return took;
    }

    private void load(String title, int round) throws IOException {
        Path file = Files.createTempFile("spoolmark-change-", ".jsonl");
        Files.writeString(
                file,
                "{\"type\":\"movie\",\"title\":\"%s\",\"year\":1999,\"updated\":\"%s\",\"ids\":{\"imdb\":\"tt0000077\"}}\n"
                        .formatted(title, java.time.Instant.now()));
        Ground.Ending ending = ground.command("catalog", "load", file.toString());
        if (ending.code() != 0 || !ending.out().contains(" 0 refused")) {
            faults.add("the change of round " + round + " was not taken: " + ending);
        }
        Files.delete(file);
    }

    private static String summary(Node node) throws IOException {
        try (Line line = new Line(node.port())) {
            return line.get("/movie/summary.json/" + Line.KEY + "/tt0000077").body();
        }
    }
}
