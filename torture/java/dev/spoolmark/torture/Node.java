package dev.spoolmark.torture;

import java.io.BufferedReader;
import java.io.IOException;
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
        ProcessBuilder builder = new ProcessBuilder(words(ground.folder()));
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

    private static List<String> words(Path folder) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // a life is too short for the better compiler
                "-Xmx128m"));
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
