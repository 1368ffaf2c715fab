package dev.spoolmark.torture;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Kills the server with `kill -9` during writes of all kinds, repeatedly on the same database.
final class KillTorture {

    private KillTorture() {}

    static Outcome run(Engine engine, Path folder, int cycles) throws IOException, InterruptedException {
        ServerFixture fixture = ServerFixture.of(engine, folder, Writers.USERS);
        WriteLedger ledger = new WriteLedger();
        CheckinLedger slots = new CheckinLedger();
        List<String> faults = new ArrayList<>();
        Random random = new Random(7);
        long unacknowledged = 0;
        for (int cycle = 1; cycle <= cycles && faults.isEmpty(); cycle++) {
            try (ServerNode node = ServerNode.start(fixture)) {
                Writers.prepare(node.port());
                Writers writers = Writers.start(ledger, slots, writer -> node.port());
                Thread.sleep(800 + random.nextInt(1_200));
                node.kill();
                writers.join();
                faults.addAll(writers.faults());
            }
            unacknowledged += ledger.unacknowledged().size();
            faults.addAll(fixture.check());
            try (Database database = fixture.open()) {
                faults.addAll(ledger.faults(database));
                faults.addAll(slots.faults(database));
            }
            if (cycle % 10 == 0) {
                System.out.println("  " + cycle + " kills, " + ledger.count() + " acknowledged");
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("kills", cycles);
        figures.put("writers", Writers.WRITERS);
        figures.put("acknowledged writes", ledger.count());
        figures.put("cut off and repeated", unacknowledged);
        return new Outcome("kill -9 on " + engine, figures, faults);
    }
}
