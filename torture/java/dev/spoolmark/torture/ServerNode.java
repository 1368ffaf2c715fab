package dev.spoolmark.torture;

import dev.spoolmark.app.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A server in a separate process, started as an operator starts it, that can be killed.
final class ServerNode implements AutoCloseable {

    private final ServerProcess process;

    private ServerNode(ServerProcess process) {
        this.process = process;
    }

    static ServerNode start(ServerFixture fixture) throws IOException {
        return start(fixture, Map.of());
    }

    /// Returns when the server responds.
    static ServerNode start(ServerFixture fixture, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(fixture.environment());
        environment.putAll(more);
        // The server runs too briefly to need the optimizing compiler.
        return new ServerNode(ServerProcess.start(fixture.folder(), environment, options("-XX:TieredStopAtLevel=1")));
    }

    /// A server that runs long enough to be measured, started by the launcher if possible.
    ///
    /// @param previous command prefix
    static ServerNode startWithLauncher(ServerFixture fixture, List<String> previous) throws IOException {
        String launcher = System.getProperty("torture.launcher");
        if (launcher == null) {
            return new ServerNode(ServerProcess.start(fixture.folder(), fixture.environment(), options()));
        }
        List<String> commandLine = new ArrayList<>(previous);
        commandLine.addAll(List.of(launcher, "serve", "--data", fixture.folder().toString()));
        return new ServerNode(ServerProcess.start(commandLine, fixture.environment()));
    }

    int port() {
        return process.port();
    }

    long pid() {
        return process.pid();
    }

    /// The highest resident memory so far.
    long highestMemoryMib() throws IOException {
        return process.peakMemoryMib();
    }

    /// Resident memory now.
    long memoryMib() throws IOException {
        return process.memoryMib();
    }

    /// Heap in use after a garbage collection.
    long liveMemoryMib() throws IOException, InterruptedException {
        Process counting = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid()),
                        "GC.class_histogram")
                .start();
        try (BufferedReader out = counting.inputReader()) {
            String total = out.lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the objects could not be counted"));
            return Long.parseLong(total.strip().replaceAll(".* ", "")) >> 20;
        } finally {
            var _ = counting.waitFor();
        }
    }

    /// Processor time used so far.
    Duration processorTime() {
        return process.processorTime();
    }

    /// `kill -9`: no shutdown hook runs.
    void kill() throws InterruptedException {
        process.kill();
    }

    void terminate() {
        process.terminate();
    }

    /// The exit code, or -1 if the process has not ended in time.
    int awaitEnd(Duration timeout) throws InterruptedException {
        return process.awaitEnd(timeout);
    }

    @Override
    public void close() {
        process.close();
    }

    /// Options for a server in addition to those of the launcher.
    private static String[] options(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        String library = System.getProperty("org.sqlite.lib.path");
        if (library != null) {
            all.add("-Dorg.sqlite.lib.path=" + library);
        }
        return all.toArray(String[]::new);
    }
}
