package dev.spoolmark.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.core.CidrSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The thread that accepts connections ends by an error and leaves its port open.
@Timeout(60)
class AcceptorTest {

    private static final String THREAD = "server-@default-listener";

    /// One connection, and the 64 that the server closes at once.
    private static final int MAX_ACCEPTED = 65;

    /// If a connection is closed at the same time, the thread continues: it then closes the port and never ends.
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    @TempDir
    private Path spool;

    private final Logger logOfTheLibrary = Logger.getLogger("io.helidon.webserver.ServerListener");

    @AfterEach
    void logAgain() {
        logOfTheLibrary.setFilter(null);
    }

    @Test
    void aServerListensAgainAfterItsAcceptorThreadEnded() throws Exception {
        HttpServerConfig settings = oneConnection();
        Set<Thread> others = acceptors();
        try (HttpServer server = new HttpServer(settings, List.of(new EchoHandler()), _ -> {}, spool)) {
            server.start(BackgroundTasks.plain());
            Thread acceptor = acceptor(others);
            List<Socket> silent = new ArrayList<>();
            while (acceptor.getState() != Thread.State.WAITING || silent.size() < MAX_ACCEPTED) {
                silent.add(new Socket(InetAddress.getLoopbackAddress(), server.port()));
            }
            logOfTheLibrary.setFilter(_ -> {
                throw new NoClassDefFoundError("as when a class cannot be loaded");
            });
            acceptor.interrupt();
            acceptor.join(TIMEOUT);
            for (Socket socket : silent) {
                socket.close();
            }

            String response = "";
            while (!response.contains("200")) {
                response = statusLine(server.port());
            }
            others.add(acceptor);
            assertThat(acceptor(others).isAlive()).isTrue();
        }
    }

    private static HttpServerConfig oneConnection() {
        CidrSet none = CidrSet.NONE;
        return new HttpServerConfig(
                "127.0.0.1", 0, null, List.of(), none, none, List.of(), 1, 1, 1, Duration.ofMillis(100), 1_000_000);
    }

    private static Thread acceptor(Set<Thread> others) {
        Set<Thread> acceptors = acceptors();
        acceptors.removeAll(others);
        assertThat(acceptors).hasSize(1);
        return acceptors.iterator().next();
    }

    private static Set<Thread> acceptors() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(THREAD))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String statusLine(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream()
                    .write("GET /a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(20), StandardCharsets.US_ASCII);
        } catch (IOException unanswered) {
            return unanswered.toString();
        }
    }
}
