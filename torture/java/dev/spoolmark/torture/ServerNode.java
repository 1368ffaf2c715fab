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

/// A server in a process of its own, started as an operator starts it, so that it can be killed as a machine kills
/// it.
final class ServerNode implements AutoCloseable {

    private final ServerProcess process;

    private ServerNode(ServerProcess process) {
        this.process = process;
    }

    static ServerNode start(ServerFixture ground) throws IOException {
        return start(ground, Map.of());
    }

    /// When this returns, requests are answered.
    static ServerNode start(ServerFixture ground, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(ground.environment());
        environment.putAll(more);
        // A life is too short for the better compiler.
        return new ServerNode(ServerProcess.start(ground.folder(), environment, options("-XX:TieredStopAtLevel=1")));
    }

    /// One that lives long enough to be measured: by the launcher itself, where it may.
    ///
    /// @param previous words of the command line that go before it
    static ServerNode startInEarnest(ServerFixture ground, List<String> previous) throws IOException {
        String launcher = System.getProperty("torture.launcher");
        if (launcher == null) {
            return new ServerNode(ServerProcess.start(ground.folder(), ground.environment(), options()));
        }
        List<String> words = new ArrayList<>(previous);
        words.addAll(List.of(launcher, "serve", "--data", ground.folder().toString()));
        return new ServerNode(ServerProcess.start(words, ground.environment()));
    }

    int port() {
        return process.port();
    }

    long pid() {
        return process.pid();
    }

    /// The most memory that it ever held, as the system counts it.
    long highestMemoryMib() throws IOException {
        return process.peakMemoryMib();
    }

    /// The memory that it holds now.
    long memoryMib() throws IOException {
        return process.memoryMib();
    }

    /// The memory that its objects take which are in use: a collection comes first.
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

    /// How much of the processors' time it has had.
    Duration processorTime() {
        return process.processorTime();
    }

    /// `kill -9`: no hook runs, nothing is finished.
    void kill() throws InterruptedException {
        process.kill();
    }

    void askToEnd() {
        process.terminate();
    }

    /// What it exited with, or -1 when it had not ended in time.
    int awaitEnd(Duration atMost) throws InterruptedException {
        return process.awaitEnd(atMost);
    }

    @Override
    public void close() {
        process.close();
    }

    /// Options for a server beside those of the launcher.
    private static String[] options(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        String library = System.getProperty("org.sqlite.lib.path");
        if (library != null) {
            all.add("-Dorg.sqlite.lib.path=" + library);
        }
        return all.toArray(String[]::new);
    }
}
