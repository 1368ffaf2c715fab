package dev.spoolmark.torture;

import dev.spoolmark.store.Database;
import dev.spoolmark.store.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sixteen equal requests at the same time, of every kind: one effect.
final class RaceTorture {

    private static final int SENDERS = 16;

    private RaceTorture() {}

    static Outcome run(Engine engine, Path folder, int races) throws IOException {
        Ground ground = Ground.of(engine, folder, Crowd.PEOPLE);
        Ledger ledger = new Ledger();
        List<String> faults = new ArrayList<>();
        try (Node node = Node.start(ground)) {
            Crowd.prepare(node.port());
            List<Line> lines = new ArrayList<>();
            for (int race = 0; race < races; race++) {
                if (race % 50 == 0) {
                    lines.forEach(Line::close);
                    lines.clear();
                    for (int n = 0; n < SENDERS; n++) {
                        lines.add(new Line(node.port()));
                    }
                }
                Deed.Kind kind = Deed.Kind.inTurn(race);
                race(ledger.next(kind, race % Crowd.PEOPLE), lines, ledger, faults);
            }
            lines.forEach(Line::close);
        }
        try (Database database = ground.open()) {
            faults.addAll(ledger.faults(database));
        }
        faults.addAll(ground.check());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("races", races);
        figures.put("equal requests each", SENDERS);
        return new Outcome("races on " + engine, figures, faults);
    }

    private static void race(Deed deed, List<Line> lines, Ledger ledger, List<String> faults) throws IOException {
        ledger.sent(deed);
        for (Line line : lines) {
            line.send(deed.kind().method(), deed.body());
        }
        int successes = 0;
        for (Line line : lines) {
            Line.Reply reply = line.receive();
            successes += reply.isSuccess() ? 1 : 0;
            if (reply.status() >= 500) {
                faults.add(deed + " was answered " + reply);
            }
        }
        if (successes == 0) {
            faults.add("nobody won: " + deed);
        }
        if (deed.kind() == Deed.Kind.CHECK_IN) {
            if (successes > 1) {
                faults.add(successes + " won: " + deed);
            }
            lines.getFirst().post("movie/cancelcheckin", Deed.signed(deed.person()));
        } else {
            ledger.acknowledged(deed);
        }
    }
}
