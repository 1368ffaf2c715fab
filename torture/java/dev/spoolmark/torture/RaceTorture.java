package dev.spoolmark.torture;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sends sixteen equal requests of every kind concurrently: they have one effect.
final class RaceTorture {

    private static final int SENDERS = 16;

    private RaceTorture() {}

    static Outcome run(Engine engine, Path folder, int races) throws IOException {
        ServerFixture fixture = ServerFixture.of(engine, folder, Writers.USERS);
        WriteLedger ledger = new WriteLedger();
        List<String> faults = new ArrayList<>();
        try (ServerNode node = ServerNode.start(fixture)) {
            Writers.prepare(node.port());
            List<PipelinedConnection> lines = new ArrayList<>();
            for (int race = 0; race < races; race++) {
                if (race % 50 == 0) {
                    lines.forEach(PipelinedConnection::close);
                    lines.clear();
                    for (int n = 0; n < SENDERS; n++) {
                        lines.add(new PipelinedConnection(node.port()));
                    }
                }
                RecordedWrite.Kind kind = RecordedWrite.Kind.ofIndex(race);
                race(ledger.next(kind, race % Writers.USERS), lines, ledger, faults);
            }
            lines.forEach(PipelinedConnection::close);
        }
        try (Database database = fixture.open()) {
            faults.addAll(ledger.faults(database));
        }
        faults.addAll(fixture.check());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("races", races);
        figures.put("equal requests each", SENDERS);
        return new Outcome("races on " + engine, figures, faults);
    }

    private static void race(
            RecordedWrite write, List<PipelinedConnection> lines, WriteLedger ledger, List<String> faults)
            throws IOException {
        ledger.sent(write);
        for (PipelinedConnection connection : lines) {
            connection.send(write.kind().method(), write.body());
        }
        int successes = 0;
        for (PipelinedConnection connection : lines) {
            PipelinedConnection.Response response = connection.receive();
            successes += response.isSuccess() ? 1 : 0;
            if (response.status() >= 500) {
                faults.add(write + " got " + response);
            }
        }
        if (successes == 0) {
            faults.add("nobody won: " + write);
        }
        if (write.kind() == RecordedWrite.Kind.CHECK_IN) {
            if (successes > 1) {
                faults.add(successes + " won: " + write);
            }
            lines.getFirst().post("movie/cancelcheckin", RecordedWrite.signed(write.userNameOf()));
        } else {
            ledger.acknowledged(write);
        }
    }
}
