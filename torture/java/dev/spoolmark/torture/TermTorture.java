package dev.spoolmark.torture;

import dev.spoolmark.store.Database;
import dev.spoolmark.store.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// SIGTERM under writers: what was kept was answered, and the process ends by itself, with success, in time.
final class TermTorture {

    private static final Duration IN_TIME = Duration.ofSeconds(10);

    private TermTorture() {}

    static Outcome run(Engine engine, Path folder, int times) throws IOException, InterruptedException {
        Ground ground = Ground.of(engine, folder, Crowd.PEOPLE);
        Ledger ledger = new Ledger();
        List<String> faults = new ArrayList<>();
        long longest = 0;
        long cut = 0;
        for (int time = 1; time <= times; time++) {
            try (Node node = Node.start(ground)) {
                Crowd.prepare(node.port());
                Crowd crowd = Crowd.start(ledger, new Slots(), writer -> node.port());
                Thread.sleep(1_000 + 37L * time);
                long asked = System.nanoTime();
                node.askToEnd();
                int code = node.awaitEnd(IN_TIME);
                longest = Math.max(longest, System.nanoTime() - asked);
                if (code != 0) {
                    faults.add("it " + (code < 0 ? "did not end in time" : "exited with " + code));
                }
                crowd.join();
                faults.addAll(crowd.faults());
            }
            try (Database database = ground.open()) {
                List<Deed> kept = ledger.keptUnanswered(database);
                cut += kept.size();
                kept.forEach(deed -> faults.add("kept, and its answer was cut off: " + deed));
                faults.addAll(ledger.faults(database));
            }
        }
        faults.addAll(ground.check());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("times", times);
        figures.put("acknowledged writes", ledger.count());
        figures.put("accepted requests cut", cut);
        figures.put("ms to the exit at most", longest / 1_000_000);
        return new Outcome("SIGTERM on " + engine, figures, faults);
    }
}
