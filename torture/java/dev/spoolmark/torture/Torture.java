package dev.spoolmark.torture;

import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Runs the tortures in full length and prints their results: `torture/run [name...]`.
public final class Torture {

    private Torture() {}

    /// Percent of the processors: if other programs use more, times are not meaningful.
    private static final int MAX_OTHER_PERCENT = 10;

    private static final List<String> ALL = List.of(
            "kill",
            "power",
            "disk",
            "retries",
            "races",
            "nodes",
            "backup",
            "clock",
            "locale",
            "sigterm",
            "million",
            "overload",
            "abuse",
            "memory",
            "fuzz",
            "slow-readers");

    public static void main(String[] names) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        if (!ALL.containsAll(List.of(names))) {
            System.err.println("there are " + ALL);
            System.exit(2);
        }
        Set<String> requested = names.length == 0 ? Set.copyOf(ALL) : Set.copyOf(List.of(names));
        boolean passed = true;
        for (String name : ALL) {
            if (requested.contains(name)) {
                Processors before = Processors.now();
                List<Outcome> outcomes = runOrReport(name);
                long others = Processors.now().othersSince(before);
                for (Outcome outcome : outcomes) {
                    System.out.println(others > MAX_OTHER_PERCENT ? outcome.withoutTimes(others) : outcome);
                    passed &= outcome.passed();
                }
            }
        }
        System.exit(passed ? 0 : 1);
    }

    /// A torture that cannot run is a fault and does not prevent the others.
    private static List<Outcome> runOrReport(String name) {
        try {
            return run(name);
        } catch (Exception | AssertionError error) {
            error.printStackTrace();
            return List.of(new Outcome(name, Map.of(), List.of("it could not be run to its end: " + error)));
        }
    }

    private static List<Outcome> run(String name) throws Exception {
        return switch (name) {
            case "kill" ->
                List.of(
                        KillTorture.run(Engine.SQLITE, TestDatabases.folder(), times(200)),
                        KillTorture.run(Engine.POSTGRESQL, TestDatabases.folder(), times(200) / 4));
            case "power" -> List.of(PowerTorture.control(100), PowerTorture.run(times(2_000)));
            case "disk" -> disk();
            case "retries" ->
                List.of(
                        RetryTorture.run(Engine.SQLITE, TestDatabases.folder(), times(10_000)),
                        RetryTorture.run(Engine.POSTGRESQL, TestDatabases.folder(), times(10_000)));
            case "races" ->
                List.of(
                        RaceTorture.run(Engine.SQLITE, TestDatabases.folder(), times(1_000)),
                        RaceTorture.run(Engine.POSTGRESQL, TestDatabases.folder(), times(1_000)));
            case "nodes" -> List.of(NodesTorture.run(TestDatabases.folder(), TestDatabases.folder(), times(5)));
            case "backup" -> List.of(BackupTorture.run(TestDatabases.folder(), times(20)));
            case "sigterm" ->
                List.of(
                        SigtermTorture.run(Engine.SQLITE, TestDatabases.folder(), times(20)),
                        SigtermTorture.run(Engine.POSTGRESQL, TestDatabases.folder(), times(5)));
            case "clock" ->
                List.of(
                        ClockTorture.run(Engine.SQLITE, times(2_000)),
                        ClockTorture.run(Engine.POSTGRESQL, times(2_000)));
            case "locale" -> List.of(LocaleTorture.run(LocaleTorture.all()));
            case "million" -> List.of(HeavyUserTorture.run());
            case "overload" -> List.of(OverloadTorture.run(TestDatabases.folder(), seconds(60), true));
            case "slow-readers" -> List.of(SlowReaderTorture.run(TestDatabases.folder(), seconds(60), times(400)));
            case "abuse" -> List.of(BruteForceTorture.run(TestDatabases.folder(), seconds(60), times(10_000)));
            case "memory" -> List.of(MemoryTorture.run(TestDatabases.folder(), seconds(60), 200));
            case "fuzz" ->
                List.of(FuzzTorture.run(
                        TestDatabases.folder(), seconds(120), Long.getLong("seed", System.nanoTime() & 0xFFFFFF)));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /// The number of repetitions, from `-Dtimes=` in `TORTURE_JAVA_OPTIONS` or the default.
    private static int times(int defaultValue) {
        return Integer.getInteger("times", defaultValue);
    }

    /// The duration, from `-Dseconds=` in `TORTURE_JAVA_OPTIONS` or the default.
    private static Duration seconds(int defaultValue) {
        return Duration.ofSeconds(Integer.getInteger("seconds", defaultValue));
    }

    /// The full-disk test needs a small file system: `torture/run` mounts one where it can.
    private static List<Outcome> disk() throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(DiskTorture.failing(TestDatabases.folder(), times(3)));
        String small = System.getProperty("torture.small");
        if (small != null) {
            outcomes.add(DiskTorture.full(Path.of(small), times(3)));
        }
        return outcomes;
    }
}
