package dev.spoolmark.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A mail server that keeps what it receives: enough of RFC 5321, RFC 3207 and RFC 4954 for one client.
public final class SmtpServer implements AutoCloseable {

    private final ServerSocket listener;
    private final @Nullable SSLContext tls;
    private final boolean tlsFromStart;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> mails = new LinkedBlockingQueue<>();

    private SmtpServer(@Nullable SSLContext tls, boolean tlsFromStart) {
        this.tls = tls;
        this.tlsFromStart = tlsFromStart;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public static SmtpServer plain() {
        return new SmtpServer(null, false);
    }

    static SmtpServer withStartTls(SSLContext tls) {
        return new SmtpServer(tls, false);
    }

    static SmtpServer withTls(SSLContext tls) {
        return new SmtpServer(tls, true);
    }

    /// Answers a command with another reply than the usual one.
    SmtpServer reply(String command, String reply) {
        replies.put(command, reply);
        return this;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /// The first words of all commands.
    List<String> commands() {
        return List.copyOf(commands);
    }

    /// The next mail, with its header.
    public String receive() throws InterruptedException {
        String mail = mails.poll(30, TimeUnit.SECONDS);
        if (mail == null) {
            throw new AssertionError("no mail arrived");
        }
        return mail;
    }

    int received() {
        return mails.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (tlsFromStart) {
                converse(encrypted(client), true);
            } else {
                converse(client, false);
            }
        } catch (IOException closed) {
            // The client saw it.
        }
    }

    private Socket encrypted(Socket client) throws IOException {
        SSLContext context = java.util.Objects.requireNonNull(tls);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private void converse(Socket client, boolean isEncrypted) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        if (!isEncrypted || tlsFromStart) {
            send(client, "220 mail.example.org ESMTP");
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split(" ", 2)[0].toUpperCase(java.util.Locale.ROOT);
            commands.add(command);
            send(client, replies.getOrDefault(command, reply(command, isEncrypted)));
            if (command.equals("DATA") && !replies.containsKey(command)) {
                mails.add(data(in));
                send(client, "250 queued");
            } else if (command.equals("STARTTLS")) {
                converse(encrypted(client), true);
                return;
            } else if (command.equals("QUIT")) {
                return;
            }
        }
    }

    private String reply(String command, boolean isEncrypted) {
        return switch (command) {
            case "EHLO" ->
                tls != null && !isEncrypted
                        ? "250-mail.example.org\r\n250 STARTTLS"
                        : "250-mail.example.org\r\n250 AUTH PLAIN";
            case "AUTH" -> "235 welcome";
            case "DATA" -> "354 go on";
            case "STARTTLS" -> "220 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static String data(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line);
        }
        return String.join("\n", lines);
    }

    private static void send(Socket client, String reply) throws IOException {
        client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
