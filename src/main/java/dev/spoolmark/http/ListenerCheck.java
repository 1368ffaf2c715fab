package dev.spoolmark.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/// Checks whether a port of this machine accepts connections.
///
/// Helidon stops listening without a notice when a connection cannot be accepted, for example because the
/// process has too many open files.
final class ListenerCheck {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final String host;

    /// @param host the address that is listened on
    ListenerCheck(String host) {
        this.host = host;
    }

    /// Whether a connection is refused. Any other failure counts as not refused.
    boolean isRefused(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address(), port), Math.toIntExact(TIMEOUT.toMillis()));
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException unknown) {
            return false;
        }
    }

    private InetAddress address() throws IOException {
        InetAddress address = InetAddress.getByName(host);
        return address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    }
}
