package dev.spoolmark.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A processor for the server and another for those who ask, so that who asks five times as much does not take from
/// the server what it needs to answer.
final class CpuPinning {

    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    private CpuPinning() {}

    /// The words before the command of a server; none where there is only one processor, or no `taskset`.
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
