package dev.spoolmark.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Reads one response over a new connection to its end.
///
/// @param first milliseconds until the first byte
/// @param whole milliseconds until the last byte
record Download(double first, double whole, long bytes) {

    /// Responses per second that this number of concurrent readers receives.
    static double together(int readers, Duration time, int port, byte[] request) throws InterruptedException {
        AtomicLong responses = new AtomicLong();
        long began = System.nanoTime();
        long until = began + time.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int n = 0; n < readers; n++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    while (System.nanoTime() < until) {
                        of(port, request);
                        responses.incrementAndGet();
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return responses.get() / ((System.nanoTime() - began) / 1e9);
    }

    /// The request must contain `Connection: close`.
    static Download of(int port, byte[] request) throws IOException {
        long began = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(request);
            InputStream in = socket.getInputStream();
            if (in.read() != 'H') {
                throw new IOException("no answer");
            }
            double first = (System.nanoTime() - began) / 1e6;
            long bytes = 1 + in.transferTo(OutputStream.nullOutputStream());
            return new Download(first, (System.nanoTime() - began) / 1e6, bytes);
        }
    }
}
