package dev.spoolmark.torture;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A connection to a server on this machine that can send a request without waiting for the response.
final class PipelinedConnection implements AutoCloseable {

    static final String KEY = "5d41402abc4b2a76b9719d911017c592ae0f7cb1";

    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final int port;
    private final InetAddress from;

    PipelinedConnection(int port) throws IOException {
        this(port, InetAddress.getLoopbackAddress());
    }

    /// @param from the local address to connect from
    PipelinedConnection(int port, InetAddress from) throws IOException {
        this.port = port;
        this.from = from;
        socket.bind(new InetSocketAddress(from, 0));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    /// A response.
    ///
    /// @param last whether the server closes the connection after it
    record Response(int status, String body, boolean last) {

        boolean isSuccess() {
            return status == 200 && !body.startsWith("{\"status\":\"failure\"");
        }

        /// Whether the write is stored: by this request, or by an earlier one that it repeats.
        boolean isStored() {
            return isSuccess() || (status == 200 && body.endsWith(" already\"}"));
        }

        /// Whether the server was overloaded or the outcome is unknown: the request may be repeated.
        boolean isRetryable() {
            return status == 503;
        }
    }

    /// The connection for the next request: this one, or a new one if the server closed it with that response.
    PipelinedConnection orNext(Response response) throws IOException {
        if (!response.last()) {
            return this;
        }
        close();
        return new PipelinedConnection(port, from);
    }

    Response post(String method, String body) throws IOException {
        send(method, body);
        return receive();
    }

    /// @param fields header fields, each with its line end
    Response post(String method, String fields, byte[] body) throws IOException {
        begin(method, fields, body.length);
        write(body);
        return receive();
    }

    /// Sends the head of a request.
    void begin(String method, String fields, int length) throws IOException {
        write("POST /" + method + "/" + KEY + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "Content-Length: " + length
                + "\r\n\r\n");
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    Response get(String path) throws IOException {
        write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        return receive();
    }

    void send(String method, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        write("POST /" + method + "/" + KEY + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n"
                + body);
    }

    Response receive() throws IOException {
        String status = header();
        int length = 0;
        boolean last = false;
        boolean chunked = false;
        for (String field = header(); !field.isEmpty(); field = header()) {
            String lower = field.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            last |= lower.equals("connection: close");
            chunked |= lower.equals("transfer-encoding: chunked");
        }
        String body = chunked ? chunks() : exactly(length);
        return new Response(Integer.parseInt(status.substring(9, 12)), body, last);
    }

    /// Waits until the response begins, and does not read it.
    void awaitResponse() throws IOException {
        if (in.read() < 0) {
            throw new EOFException("the connection ended");
        }
    }

    private void write(String request) throws IOException {
        write(request.getBytes(StandardCharsets.UTF_8));
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.append(exactly(size));
            header();
        }
        header();
        return body.toString();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(header().strip(), 16);
    }

    private String exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer was cut off");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String header() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // The connection was to be closed anyway.
        }
    }
}
