package dev.spoolmark.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/// A client that sends exactly the specified bytes.
final class RawClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 15_000;

    private final Socket socket;

    RawClient(int port) throws IOException {
        this(port, InetAddress.getLoopbackAddress());
    }

    /// @param from the address of the client, one of 127.0.0.0/8
    RawClient(int port, InetAddress from) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0);
        socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    /// Reads until the server closes the connection.
    static String exchange(int port, String request) throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(request);
            return client.readToEnd();
        }
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /// Closes the output; the input can still be read.
    void end() throws IOException {
        socket.shutdownOutput();
    }

    String readToEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// What arrives before the connection is closed or reset. The system resets it when it is closed while a part of
    /// the request has not been read.
    String readToEndOrReset() throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(received);
        } catch (SocketException reset) {
            // What arrived before counts.
        }
        return received.toString(StandardCharsets.UTF_8);
    }

    String line() throws IOException {
        return until('\n').strip();
    }

    /// Reads up to this character.
    String until(char last) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int sign = socket.getInputStream().read();
                sign >= 0 && sign != last;
                sign = socket.getInputStream().read()) {
            text.append((char) sign);
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
