package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.TestDatabases;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The HTTP library closes its listener when a connection cannot be accepted; the server opens it again.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the limit of open files is set by a shell")
@Timeout(90)
class ListenerTest {

    private static final int FILES = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(45);

    @Test
    void aServerListensAgainAfterTooManyOpenFiles() throws IOException {
        try (ServerProcess server =
                ServerProcess.start(launcherWithLimitedFiles(), Map.of("SPOOLMARK_SOURCES_TVMAZE_ENABLED", "off"))) {
            assertThat(health(server.port())).contains("200");
            List<Socket> connections = new ArrayList<>();
            while (connections.size() < 2 * FILES && connect(server.port(), connections)) {
                assertThat(server.isAlive()).isTrue();
            }
            for (Socket connection : connections) {
                connection.close();
            }

            long until = System.nanoTime() + TIMEOUT.toNanos();
            String response = health(server.port());
            while (!response.contains("200") && System.nanoTime() < until) {
                Thread.onSpinWait();
                response = health(server.port());
            }
            assertThat(response).contains("200");
        }
    }

    private static List<String> launcherWithLimitedFiles() throws IOException {
        List<String> words = new ArrayList<>(List.of("bash", "-c", "ulimit -n " + FILES + " && exec \"$@\"", "server"));
        words.addAll(LauncherCommand.javaWithOptions());
        words.addAll(LauncherCommand.program());
        words.addAll(List.of("--data", TestDatabases.folder().toString()));
        return words;
    }

    private static boolean connect(int port, List<Socket> connections) {
        Socket socket = new Socket();
        connections.add(socket);
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /// The status line, or why there is none.
    private static String health(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException refused) {
            return refused.toString();
        }
    }
}
