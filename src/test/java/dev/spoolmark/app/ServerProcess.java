package dev.spoolmark.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A server in its own process with the options of the launcher. Its memory can be read, and it can be killed.
///
/// The data directory is prepared before the start, by commands or through a `Database`.
public final class ServerProcess implements AutoCloseable {

    /// The maximum memory of a server, in MiB.
    public static final long MEMORY_LIMIT_MIB = 256;

    private static final String LISTENING = "listening on ";

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts a server on a free port. When this returns, requests are answered.
    ///
    /// @param environment settings, as environment variables
    /// @param javaOptions options that override those of the launcher
    public static ServerProcess start(Path data, Map<String, String> environment, String... javaOptions)
            throws IOException {
        List<String> words = LauncherCommand.javaWithOptions();
        words.addAll(List.of(javaOptions));
        words.addAll(LauncherCommand.program());
        words.addAll(List.of("--data", data.toString()));
        return start(words, environment);
    }

    /// Starts a server by a whole command line.
    public static ServerProcess start(List<String> words, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("SPOOLMARK_PORT", "0");
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        Process process = builder.start();
        // Not closed: the process would end with the pipe.
        BufferedReader out = process.inputReader();
        List<String> lines = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.startsWith(LISTENING)) {
                printWarnings(out);
                return new ServerProcess(process, Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
            }
        }
        throw new IOException("the server did not start: " + lines);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// The peak resident memory in MiB. Linux only.
    public long peakMemoryMib() throws IOException {
        return memoryMib("VmHWM:");
    }

    /// The resident memory in MiB. Linux only.
    public long memoryMib() throws IOException {
        return memoryMib("VmRSS:");
    }

    private long memoryMib(String row) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status")).stream()
                .filter(line -> line.startsWith(row))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow(() -> new IOException("the server has ended"));
    }

    /// The CPU time of the process.
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// `kill -9`: no hook runs.
    public void kill() throws InterruptedException {
        var _ = process.destroyForcibly().waitFor();
    }

    /// `SIGTERM`.
    public void terminate() {
        process.destroy();
    }

    /// The exit code, or -1 if the process has not ended in time.
    public int awaitEnd(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static void printWarnings(BufferedReader out) {
        Thread.ofVirtual().start(() -> {
            try {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    if (line.contains("WARNING") || line.contains("SEVERE") || line.contains("OutOfMemory")) {
                        System.err.println("server: " + line);
                    }
                }
            } catch (IOException ended) {
                // The process is gone.
            }
        });
    }
}
