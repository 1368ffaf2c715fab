package dev.spoolmark.torture;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Creates backups during writes. Each restored backup must equal the database at one moment, not before the
/// backup was requested.
final class BackupTorture {

    private BackupTorture() {}

    static Outcome run(Path folder, int times) throws IOException, InterruptedException {
        ServerFixture fixture = ServerFixture.of(Engine.SQLITE, folder, Writers.USERS);
        WriteLedger ledger = new WriteLedger(System::nanoTime);
        List<String> faults = new ArrayList<>();
        try (ServerNode node = ServerNode.start(fixture)) {
            Writers.prepare(node.port());
            Writers writers = Writers.startAndReturn(ledger, new CheckinLedger(), writer -> node.port());
            for (int time = 1; time <= times; time++) {
                Thread.sleep(500);
                faults.addAll(backUpAndRestore(fixture, ledger));
            }
            writers.stop();
            faults.addAll(writers.faults());
        }
        faults.addAll(fixture.check());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("backups restored", times);
        figures.put("writes acknowledged meanwhile", ledger.count());
        return new Outcome("backup under load", figures, faults);
    }

    private static List<String> backUpAndRestore(ServerFixture fixture, WriteLedger ledger) throws IOException {
        Path file = TestDatabases.folder().resolve("backup");
        ServerFixture restored = new ServerFixture(TestDatabases.folder().resolve("restored"), null);
        long requestedAt = System.nanoTime();
        ServerFixture.Ending backup = fixture.command("backup", file.toString());
        ServerFixture.Ending restore = restored.command("restore", file.toString());
        if (backup.code() != 0 || restore.code() != 0) {
            return List.of(backup + " " + restore);
        }
        List<String> faults = new ArrayList<>(restored.check());
        try (Database database = restored.open()) {
            faults.addAll(ledger.faultsAsOfOneMoment(database));
            faults.addAll(ledger.asOf(requestedAt).faults(database));
        }
        return faults;
    }
}
