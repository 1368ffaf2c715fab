package dev.spoolmark.torture;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Makes the disk fail for a while. Nothing is acknowledged that is not stored, reads continue, and the server
/// recovers without intervention.
final class DiskTorture {

    private static final long RUN_NANOS = Duration.ofSeconds(30).toNanos();

    private WriteLedger ledger = new WriteLedger();
    private CheckinLedger slots = new CheckinLedger();
    private long acknowledged;
    private final List<String> faults = new ArrayList<>();
    private long reads;
    private long refusals;
    private long longestToRecover;

    private DiskTorture() {}

    /// Starts and ends a fault of the disk.
    interface Fault {

        void begin(ServerNode node) throws IOException;

        void end(ServerNode node) throws IOException;
    }

    /// All faults that the shim can inject, `rounds` times.
    static Outcome failing(Path folder, int rounds) throws IOException, InterruptedException {
        ServerFixture fixture = ServerFixture.of(Engine.SQLITE, folder, Writers.USERS);
        FaultInjectingDisk shim = FaultInjectingDisk.over(folder);
        DiskTorture torture = new DiskTorture();
        for (int round = 0; round < rounds; round++) {
            for (FaultInjectingDisk.Disk disk : FaultInjectingDisk.Disk.values()) {
                if (disk != FaultInjectingDisk.Disk.HEALTHY) {
                    torture.run(fixture, shim.environment(), disk.name(), new Fault() {
                        @Override
                        public void begin(ServerNode node) {
                            shim.become(disk);
                        }

                        @Override
                        public void end(ServerNode node) {
                            shim.become(FaultInjectingDisk.Disk.HEALTHY);
                        }
                    });
                }
            }
        }
        return torture.outcome("a failing disk", rounds * (FaultInjectingDisk.Disk.values().length - 1));
    }

    /// Makes all writes of the server fail with the file size limit of Linux, without the shim.
    static Outcome closed(Path folder, int rounds) throws IOException, InterruptedException {
        ServerFixture fixture = ServerFixture.of(Engine.SQLITE, folder, Writers.USERS);
        DiskTorture torture = new DiskTorture();
        for (int round = 0; round < rounds; round++) {
            torture.run(fixture, Map.of(), "no write succeeds", new Fault() {
                @Override
                public void begin(ServerNode node) throws IOException {
                    WriteLimit.forbid(node.pid());
                }

                @Override
                public void end(ServerNode node) throws IOException {
                    WriteLimit.allow(node.pid());
                }
            });
        }
        return torture.outcome("a disk that takes nothing", rounds);
    }

    /// A file system that is really full.
    ///
    /// Each round has a new database, since a growing one would fill a small disk itself.
    ///
    /// @param small a directory on a small file system
    static Outcome full(Path small, int rounds) throws IOException, InterruptedException {
        Path ballast = small.resolve("ballast");
        DiskTorture torture = new DiskTorture();
        for (int round = 0; round < rounds; round++) {
            Path folder = Files.createDirectories(small.resolve("data"));
            ServerFixture fixture = ServerFixture.of(Engine.SQLITE, folder, Writers.USERS);
            torture.begin();
            torture.run(fixture, Map.of(), "full in earnest", new Fault() {
                @Override
                public void begin(ServerNode node) throws IOException {
                    fill(ballast);
                }

                @Override
                public void end(ServerNode node) throws IOException {
                    Files.delete(ballast);
                }
            });
            delete(folder);
        }
        return torture.outcome("a full disk", rounds);
    }

    /// Earlier acknowledgements belong to another database.
    private void begin() {
        acknowledged += ledger.count();
        ledger = new WriteLedger();
        slots = new CheckinLedger();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void fill(Path ballast) throws IOException {
        try (var out = Files.newOutputStream(ballast)) {
            for (byte[] block = new byte[65_536]; ; ) {
                out.write(block);
            }
        } catch (IOException full) {
            // Expected.
        }
    }

    private void run(ServerFixture fixture, Map<String, String> environment, String name, Fault fault)
            throws IOException, InterruptedException {
        try (ServerNode node = ServerNode.start(fixture, environment)) {
            Writers.prepare(node.port());
            Writers writers = Writers.startAndReturn(ledger, slots, writer -> node.port());
            Thread.sleep(1_500);
            fault.begin(node);
            Thread.sleep(500); // what was under way is answered by now
            long before = writers.responses();
            readFor(node, name, Duration.ofMillis(1_500));
            boolean mayFit = name.equals("full in earnest"); // what is overwritten in place needs no room
            if (writers.responses() > before && !mayFit) {
                faults.add(name + ": " + (writers.responses() - before) + " writes were acknowledged");
            }
            refusals += writers.refusals();
            fault.end(node);
            awaitResponses(writers, name, fixture.folder());
            Thread.sleep(1_000);
            node.kill();
            writers.stop();
            faults.addAll(writers.faults());
        }
        faults.addAll(fixture.check());
        try (Database database = fixture.open()) {
            faults.addAll(ledger.faults(database));
            faults.addAll(slots.faults(database));
        }
    }

    private void readFor(ServerNode node, String name, Duration time) throws IOException {
        long until = System.nanoTime() + time.toNanos();
        try (PipelinedConnection connection = new PipelinedConnection(node.port())) {
            for (int n = 0; System.nanoTime() < until && n < 500; n++) {
                String library = "/user/library/movies/watched.json/" + PipelinedConnection.KEY + "/"
                        + RecordedWrite.userNameOf(n % Writers.USERS);
                PipelinedConnection.Response response = connection.get(library);
                reads++;
                if (!response.isSuccess()) {
                    faults.add(name + ": a read got " + response.status());
                }
            }
        }
    }

    private void awaitResponses(Writers writers, String name, Path folder) throws IOException, InterruptedException {
        long began = System.nanoTime();
        long before = writers.responses();
        long refused = writers.refusals();
        while (writers.responses() == before && System.nanoTime() - began < RUN_NANOS) {
            Thread.sleep(5);
        }
        long elapsed = System.nanoTime() - began;
        longestToRecover = Math.max(longestToRecover, elapsed);
        if (elapsed > RUN_NANOS) {
            faults.add(name + ": writes did not go on in " + elapsed / 1_000_000_000 + " s, with "
                    + Files.getFileStore(folder).getUsableSpace() / 1_024 + " KiB free, "
                    + (writers.refusals() - refused) + " rejected");
        }
    }

    private Outcome outcome(String title, int times) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("times", times);
        figures.put("acknowledged writes", acknowledged + ledger.count());
        figures.put("writes rejected with 503", refusals);
        figures.put("reads meanwhile", reads);
        figures.put("ms to go on at most", longestToRecover / 1_000_000);
        return new Outcome(title, figures, faults);
    }
}
