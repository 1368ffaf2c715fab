package dev.spoolmark.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Pins the server and the load generator to different processors, so that the load generator does not take
/// processor time from the server.
final class CpuPinning {

    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    private CpuPinning() {}

    /// The command prefix of a server; empty if there is only one processor or no `taskset`.
    static List<String> server() throws IOException {
        if (!Files.isExecutable(TASKSET) || processors() < 2) {
            return List.of();
        }
        moveClients();
        return List.of(TASKSET.toString(), "-c", "0");
    }

    private static void moveClients() throws IOException {
        long here = ProcessHandle.current().pid();
        Process moving = new ProcessBuilder(TASKSET.toString(), "-a", "-c", "-p", "1-" + (processors() - 1), "" + here)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            var _ = moving.waitFor();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
