package dev.spoolmark.torture;

import dev.spoolmark.app.Invariants;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.DatabaseException;
import dev.spoolmark.db.DatabaseFactory;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/// Cuts the power during writes. The disk operations are recorded; for thousands of moments the possible disk
/// contents are computed, and the real server opens each.
final class PowerTorture {

    private static final int RECORDINGS = 4;
    private static final List<DiskImage.Fate> FATES = List.of(DiskImage.Fate.values());
    private static final String STORE = "spoolmark.db";

    private final Random random = new Random(7);
    private final List<String> faults = new ArrayList<>();
    private final int images;
    private final boolean honest;
    private final Path bench;
    private long opened;
    private long acknowledged;
    private long operations;

    private PowerTorture(int images, boolean honest) throws IOException {
        this.images = images;
        this.honest = honest;
        Path memory = Path.of("/dev/shm");
        this.bench = Files.isDirectory(memory)
                ? Files.createTempDirectory(memory, "spoolmark-power-")
                : TestDatabases.folder();
    }

    static Outcome run(int images) throws IOException, InterruptedException {
        PowerTorture torture = new PowerTorture(images, true);
        for (int n = 0; n < RECORDINGS && torture.faults.isEmpty(); n++) {
            torture.recordAndCut();
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("images", torture.opened);
        figures.put("recordings", RECORDINGS);
        figures.put("writes, truncations and syncs", torture.operations);
        figures.put("acknowledged writes", torture.acknowledged);
        return new Outcome("power cuts on SQLITE", figures, torture.faults);
    }

    /// The same with a disk that does not write what it reports as synced. If nothing is lost then, the test
    /// itself is broken.
    static Outcome control(int images) throws IOException, InterruptedException {
        PowerTorture torture = new PowerTorture(images * RECORDINGS, false);
        torture.recordAndCut();
        boolean found = !torture.faults.isEmpty();
        return new Outcome(
                "power cuts with a disk that lies, which must be found out",
                Map.of("images until a fault was found", torture.opened),
                found ? List.of() : List.of("nothing was found missing"));
    }

    private void recordAndCut() throws IOException, InterruptedException {
        Path folder = TestDatabases.folder();
        ServerFixture fixture = ServerFixture.of(Engine.SQLITE, folder, Writers.USERS);
        byte[] before = Files.readAllBytes(fixture.file());
        FaultInjectingDisk shim = FaultInjectingDisk.over(folder);
        WriteLedger ledger = new WriteLedger(shim::position);
        try (ServerNode node = ServerNode.start(fixture, shim.environment())) {
            Writers.prepare(node.port());
            Writers writers = Writers.start(ledger, new CheckinLedger(), writer -> node.port());
            Thread.sleep(6_000);
            node.kill();
            writers.join();
            faults.addAll(writers.faults());
        }
        acknowledged += ledger.count();
        cut(shim.record(), Map.of(STORE, before), ledger);
        Files.delete(shim.record());
    }

    private void cut(Path record, Map<String, byte[]> previous, WriteLedger ledger) throws IOException {
        TreeSet<Long> moments = new TreeSet<>();
        while (moments.size() < images / RECORDINGS) {
            moments.add(random.nextLong(Files.size(record)));
        }
        DiskImage image = new DiskImage(previous, honest);
        try (DiskTrace trace = new DiskTrace(record)) {
            long position = 0;
            for (Optional<DiskTrace.DiskOperation> next = trace.next();
                    next.isPresent() && !moments.isEmpty() && faults.isEmpty();
                    next = trace.next()) {
                while (!moments.isEmpty() && moments.first() < next.get().end()) {
                    moments.pollFirst();
                    open(image, ledger.asOf(position));
                }
                image.apply(next.get());
                position = next.get().end();
                operations++;
            }
        }
    }

    private void open(DiskImage image, WriteLedger known) throws IOException {
        DiskImage.Fate fate = FATES.get(random.nextInt(FATES.size()));
        Map<String, byte[]> files = image.after(fate, random);
        if (!files.containsKey(STORE)) {
            return; // nothing was there yet
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(bench.resolve(file.getKey()), file.getValue());
        }
        try (Database database = DatabaseFactory.sqlite(bench.resolve(STORE))) {
            List<String> found = new ArrayList<>(database.integrityProblems());
            found.addAll(new Invariants(database).broken());
            found.addAll(known.faults(database));
            found.forEach(fault -> faults.add(fate + ": " + fault));
        } catch (DatabaseException e) {
            faults.add(fate + ": it cannot be opened, " + e.getMessage());
        }
        opened++;
        if (opened % 200 == 0) {
            System.out.println("  " + opened + " images");
        }
        for (String end : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(bench.resolve(STORE + end));
        }
    }
}
