package dev.spoolmark.torture;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sends SIGTERM during writes: stored writes were acknowledged, and the process exits in time with code 0.
final class SigtermTorture {

    private static final Duration IN_TIME = Duration.ofSeconds(10);

    private SigtermTorture() {}

    static Outcome run(Engine engine, Path folder, int times) throws IOException, InterruptedException {
        ServerFixture fixture = ServerFixture.of(engine, folder, Writers.USERS);
        WriteLedger ledger = new WriteLedger();
        List<String> faults = new ArrayList<>();
        long longest = 0;
        long cut = 0;
        for (int time = 1; time <= times; time++) {
            try (ServerNode node = ServerNode.start(fixture)) {
                Writers.prepare(node.port());
                Writers writers = Writers.start(ledger, new CheckinLedger(), writer -> node.port());
                Thread.sleep(1_000 + 37L * time);
                long requestedAt = System.nanoTime();
                node.terminate();
                int code = node.awaitEnd(IN_TIME);
                longest = Math.max(longest, System.nanoTime() - requestedAt);
                if (code != 0) {
                    faults.add("it " + (code < 0 ? "did not end in time" : "exited with " + code));
                }
                writers.join();
                faults.addAll(writers.faults());
            }
            try (Database database = fixture.open()) {
                List<RecordedWrite> stored = ledger.storedWithoutResponse(database);
                cut += stored.size();
                stored.forEach(write -> faults.add("stored without a complete response: " + write));
                faults.addAll(ledger.faults(database));
            }
        }
        faults.addAll(fixture.check());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("times", times);
        figures.put("acknowledged writes", ledger.count());
        figures.put("accepted requests cut", cut);
        figures.put("ms to the exit at most", longest / 1_000_000);
        return new Outcome("SIGTERM on " + engine, figures, faults);
    }
}
