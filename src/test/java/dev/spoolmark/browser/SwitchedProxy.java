package dev.spoolmark.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A connection to a server that a test cuts: no new connections, or responses that never arrive.
final class SwitchedProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isUp = true;
    private volatile boolean losesResponses;

    SwitchedProxy(int target) {
        this.target = target;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /// The connection is there.
    void up() {
        losesResponses = false;
        isUp = true;
    }

    /// All connections break, and new ones do as well.
    void down() {
        isUp = false;
        open.forEach(SwitchedProxy::closeQuietly);
    }

    /// Requests arrive at the server, but their responses are lost.
    void loseResponses() {
        open.forEach(SwitchedProxy::closeQuietly);
        losesResponses = true;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (isUp) {
                    Thread.ofVirtual().start(() -> connect(client));
                } else {
                    client.close();
                }
            } catch (IOException closed) {
                // ends with the listener
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            Thread requests = Thread.ofVirtual().start(() -> copy(client, server, false));
            copy(server, client, losesResponses);
            requests.interrupt();
        } catch (IOException broken) {
            // the client notices
        } finally {
            open.remove(client);
        }
    }

    /// @param isLost whether the first bytes end the connection in place of being sent
    private static void copy(Socket from, Socket to, boolean isLost) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0 && !isLost; count = in.read(buffer)) {
                out.write(buffer, 0, count);
                out.flush();
            }
            to.shutdownOutput();
        } catch (IOException broken) {
            // the other direction ends, too
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // it is closed
        }
    }

    @Override
    public void close() {
        down();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
