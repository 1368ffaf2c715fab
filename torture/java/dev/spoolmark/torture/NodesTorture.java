package dev.spoolmark.torture;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Two servers on one PostgreSQL accept writes of the same users while one is restarted and the other killed.
final class NodesTorture {

    private static final long MAX_STALENESS_NANOS = Duration.ofMillis(5_200).toNanos(); // five seconds, and the asking

    private final ServerFixture fixture;
    private final Path other;
    private final List<String> faults = new ArrayList<>();
    private final List<String> late = new ArrayList<>();
    private final ServerNode[] nodes = new ServerNode[2];

    private NodesTorture(ServerFixture fixture, Path other) {
        this.fixture = fixture;
        this.other = other;
    }

    static Outcome run(Path folder, Path other, int rounds) throws IOException, InterruptedException {
        NodesTorture torture = new NodesTorture(ServerFixture.of(Engine.POSTGRESQL, folder, Writers.USERS), other);
        try {
            return torture.run(rounds);
        } finally {
            torture.nodes[0].close();
            torture.nodes[1].close();
        }
    }

    private Outcome run(int rounds) throws IOException, InterruptedException {
        WriteLedger ledger = new WriteLedger();
        CheckinLedger slots = new CheckinLedger();
        nodes[0] = start(0);
        nodes[1] = start(1);
        Writers.prepare(nodes[0].port());
        // Four writers per user, two at each server.
        Writers writers = Writers.startAndReturn(ledger, slots, writer -> nodes[writer / Writers.USERS % 2].port());
        long longest = 0;
        for (int round = 1; round <= rounds; round++) {
            Thread.sleep(1_000);
            nodes[1].terminate();
            if (nodes[1].awaitEnd(Duration.ofSeconds(10)) != 0) {
                faults.add("a server did not end after SIGTERM");
            }
            nodes[1] = start(1);
            Thread.sleep(1_000);
            nodes[0].kill();
            nodes[0] = start(0);
            longest = Math.max(longest, staleness(changes(round)));
        }
        writers.stop();
        faults.addAll(writers.faults());
        try (Database database = fixture.open()) {
            faults.addAll(ledger.faults(database));
            faults.addAll(slots.faults(database));
        }
        faults.addAll(fixture.check());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("restarts", rounds);
        figures.put("kills", rounds);
        figures.put("acknowledged writes", ledger.count());
        figures.put("changes by command, of a title, a show, a person and a key", 4 * rounds);
        figures.put("ms until one was seen everywhere, at most", longest / 1_000_000);
        return new Outcome("two nodes on POSTGRESQL", figures, faults, late);
    }

    private ServerNode start(int number) throws IOException {
        return ServerNode.start(number == 0 ? fixture : new ServerFixture(other, fixture.login()));
    }

    /// A change by a command outside the servers, which they must see in spite of their caches.
    ///
    /// @param path where it is visible, from the method on
    private record Change(List<List<String>> before, List<List<String>> after, String path, String seen) {}

    private List<Change> changes(int round) throws IOException {
        String key = String.format(Locale.ROOT, "%040x", round);
        return List.of(
                new Change(
                        List.of(load("movie", "Before " + round)),
                        List.of(load("movie", "After " + round)),
                        "/movie/summary.json/" + PipelinedConnection.KEY + "/tt0000077",
                        "After " + round),
                new Change(
                        List.of(load("show", "Before " + round)),
                        List.of(load("show", "After " + round)),
                        "/show/summary.json/" + PipelinedConnection.KEY + "/tt0000078",
                        "After " + round),
                new Change(
                        List.of(List.of("user", "set", RecordedWrite.userNameOf(1), "--protected", "false")),
                        List.of(List.of("user", "set", RecordedWrite.userNameOf(1), "--protected", "true")),
                        "/user/profile.json/" + PipelinedConnection.KEY + "/" + RecordedWrite.userNameOf(1),
                        "\"protected\":true"),
                new Change(
                        List.of(), List.of(List.of("key", "block", key)), "/server/time.json/" + key, "\"failure\""));
    }

    private long staleness(List<Change> changes) throws IOException, InterruptedException {
        for (Change change : changes) {
            run(change.before());
        }
        Thread.sleep(5_200);
        long longest = 0;
        for (Change change : changes) {
            longest = Math.max(longest, staleness(change));
        }
        return longest;
    }

    /// Both servers cache the previous state before a command changes it.
    private long staleness(Change change) throws IOException, InterruptedException {
        for (ServerNode node : nodes) {
            if (look(node, change).contains(change.seen())) {
                faults.add("seen before it was done: " + change);
            }
        }
        run(change.after());
        long changed = System.nanoTime();
        for (ServerNode node : nodes) {
            while (!look(node, change).contains(change.seen())
                    && System.nanoTime() - changed < 2 * MAX_STALENESS_NANOS) {
                Thread.sleep(20);
            }
        }
        long elapsed = System.nanoTime() - changed;
        if (elapsed >= 2 * MAX_STALENESS_NANOS) {
            faults.add("not seen at all in " + elapsed / 1_000_000 + " ms: " + change);
        } else if (elapsed > MAX_STALENESS_NANOS) {
            late.add("not seen for " + elapsed / 1_000_000 + " ms: " + change);
        }
        return elapsed;
    }

    private void run(List<List<String>> commands) throws IOException {
        for (List<String> words : commands) {
            ServerFixture.Ending ending = fixture.command(words.toArray(String[]::new));
            if (ending.code() != 0 || ending.out().contains("1 rejected")) {
                faults.add(words + " ended so: " + ending);
            }
        }
    }

    private static List<String> load(String type, String title) throws IOException {
        Path file = Files.createTempFile("spoolmark-change-", ".jsonl");
        file.toFile().deleteOnExit();
        String id = type.equals("movie") ? "tt0000077" : "tt0000078";
        Files.writeString(
                file,
                String.format(
                        Locale.ROOT,
                        "{\"type\":\"%s\",\"title\":\"%s\",\"year\":1999,\"updated\":\"%s\",\"ids\":{\"imdb\":\"%s\"}}\n",
                        type,
                        title,
                        java.time.Instant.now(),
                        id));
        return List.of("catalog", "load", file.toString());
    }

    private static String look(ServerNode node, Change change) throws IOException {
        try (PipelinedConnection connection = new PipelinedConnection(node.port())) {
            return connection.get(change.path()).body();
        }
    }
}
