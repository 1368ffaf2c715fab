package dev.spoolmark.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A server in a process of its own, started as an operator starts it, so that it can be killed as a machine kills it.
final class Node implements AutoCloseable {

    private final Process process;
    private final int port;

    private Node(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Node start(Ground ground) throws IOException {
        return start(ground, Map.of());
    }

    /// When this returns, requests are answered.
    static Node start(Ground ground, Map<String, String> more) throws IOException {
        // A life is too short for the better compiler.
        return start(words(ground.folder(), "-XX:TieredStopAtLevel=1"), ground, more);
    }

    /// One that lives long enough to be measured: by the launcher itself, where it may.
    ///
    /// @param before words of the command line that go before it
    static Node startInEarnest(Ground ground, List<String> before) throws IOException {
        String launcher = System.getProperty("torture.launcher");
        List<String> words = new ArrayList<>(before);
        words.addAll(
                launcher == null
                        ? words(ground.folder())
                        : List.of(launcher, "serve", "--data", ground.folder().toString()));
        return start(words, ground, Map.of());
    }

    private static Node start(List<String> words, Ground ground, Map<String, String> more) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(ground.environment());
        builder.environment().putAll(more);
        builder.redirectErrorStream(true);
        Process process = builder.start();
        // Not closed: the process would die of a pipe that nobody reads.
        BufferedReader out = process.inputReader();
        List<String> said = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (line.startsWith("listening on ")) {
                drain(out);
                return new Node(process, Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
            }
        }
        throw new IOException("the server did not start: " + said);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /// The most memory that it ever held, as the system counts it.
    long highestMemoryMib() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /// The memory that its objects take which are in use: a collection comes first.
    long liveMemoryMib() throws IOException, InterruptedException {
        Process counting = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
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
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// `kill -9`: no hook runs, nothing is finished.
    void kill() throws InterruptedException {
        var _ = process.destroyForcibly().waitFor();
    }

    void askToEnd() {
        process.destroy();
    }

    /// What it exited with, or -1 when it had not ended in time.
    int awaitEnd(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// As the launcher starts a server.
    private static List<String> words(Path folder, String... options) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:-UsePerfData",
                "-XX:TrimNativeHeapInterval=5000",
                "-Xmx100m",
                "-Xmn48m",
                "-XX:SurvivorRatio=4",
                "-XX:CompileCommand=quiet",
                "-XX:CompileCommand=MemLimit,*.*,16M~stop",
                "-Djdk.virtualThreadScheduler.parallelism=12",
                "-Djdk.pollerMode=1"));
        words.addAll(List.of(options));
        String library = System.getProperty("org.sqlite.lib.path");
        if (library != null) {
            words.add("-Dorg.sqlite.lib.path=" + library);
        }
        words.addAll(program());
        words.addAll(List.of("serve", "--data", folder.toString()));
        return words;
    }

    /// The packaged server where there is one, else the classes of this process.
    private static List<String> program() {
        String jar = System.getProperty("torture.jar");
        return jar == null
                ? List.of("-cp", System.getProperty("java.class.path"), "dev.spoolmark.app.Main")
                : List.of("-jar", jar);
    }

    private static void drain(BufferedReader out) {
        Thread.ofVirtual().start(() -> {
            try {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    if (line.contains("WARNING") || line.contains("SEVERE")) {
                        System.err.println("server: " + line);
                    }
                }
            } catch (IOException ended) {
                // The process is gone.
            }
        });
    }
}
