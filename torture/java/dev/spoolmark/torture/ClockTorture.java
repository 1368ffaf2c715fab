package dev.spoolmark.torture;

import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.app.Invariants;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Moves the clock of the machine by hours between requests, and between a request and its repetition.
///
/// A repetition is never another play, unless the clock says that the viewing has ended long before. Activity
/// stamps never decrease. Stored data remain.
final class ClockTorture {

    /// A repetition within this time belongs to the same viewing, also if the clock was set back meanwhile.
    private static final Duration SAME_VIEWING = Duration.ofMinutes(15);

    private final Random random = new Random(7);
    private final List<String> faults = new ArrayList<>();
    private final WriteLedger ledger = new WriteLedger();
    private final Map<String, Long> stamps = new HashMap<>();
    private volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private long jumps;

    private ClockTorture() {}

    static Outcome run(Engine engine, int steps) throws IOException {
        return new ClockTorture().over(engine, steps);
    }

    private Outcome over(Engine engine, int steps) throws IOException {
        Database database = TestDatabases.open(engine);
        try (TestServer server = TestServer.startOver(database, () -> now)) {
            server.features()
                    .accounts()
                    .create(new NewAccount(
                            RecordedWrite.userNameOf(0),
                            null,
                            Secret.sha1Of("torture rack"),
                            false,
                            CreationOrigin.DEMO));
            for (int step = 0; step < steps && faults.isEmpty(); step++) {
                step(server.port(), RecordedWrite.Kind.ofIndex(step));
                lookAtStamps(database);
            }
            faults.addAll(ledger.faults(database));
            faults.addAll(new Invariants(database).broken());
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("jumps of up to six hours", jumps);
        figures.put("writes, each repeated after a jump", ledger.count());
        return new Outcome("clock jumps on " + engine, figures, faults);
    }

    private void step(int port, RecordedWrite.Kind kind) throws IOException {
        if (kind == RecordedWrite.Kind.LIST_ITEM) {
            return; // needs a list, and has nothing to do with the time
        }
        RecordedWrite write = ledger.next(kind, 0);
        ledger.sent(write);
        try (PipelinedConnection connection = new PipelinedConnection(port)) {
            send(connection, write);
            jump();
            send(connection, write);
            if (kind == RecordedWrite.Kind.CHECK_IN) {
                connection.post("movie/cancelcheckin", RecordedWrite.signed(0));
            } else {
                ledger.acknowledged(write);
            }
            now = now.plus(Duration.ofHours(random.nextInt(13) - 6));
            jumps++;
        }
    }

    private void send(PipelinedConnection connection, RecordedWrite write) throws IOException {
        PipelinedConnection.Response response = connection.post(write.kind().method(), write.body());
        boolean fine = response.isStored() || (write.kind() == RecordedWrite.Kind.CHECK_IN && response.status() < 500);
        if (!fine) {
            faults.add(write + " got " + response);
        }
    }

    /// Back by up to six hours, or forward by less than the window of one viewing or of a repeated comment.
    private void jump() {
        jumps++;
        now = random.nextBoolean()
                ? now.minus(Duration.ofMinutes(random.nextInt(360)))
                : now.plus(Duration.ofSeconds(random.nextLong(SAME_VIEWING.toSeconds())));
    }

    private void lookAtStamps(Database database) {
        database.read(tx -> {
            tx.forEach("SELECT area, changed_at FROM activity ORDER BY area", row -> {
                Long before = stamps.put(row.getString(1), row.getLong(2));
                if (before != null && before > row.getLong(2)) {
                    faults.add("the stamp of " + row.getString(1) + " fell by " + (before - row.getLong(2)) + " ms");
                }
            });
            return true;
        });
    }
}
