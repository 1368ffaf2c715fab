package dev.spoolmark.http.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.http.IoWatchdog;
import dev.spoolmark.http.PermitAwareIo;
import dev.spoolmark.http.RequestPriority;
import dev.spoolmark.http.overload.AdmissionControl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Responses that the client does not read at once.
class SendQueueTest {

    private static final int BUDGET = 1_000_000;

    @TempDir
    private Path folder;

    private final IoWatchdog watchdog = new IoWatchdog(() -> Instant.EPOCH);
    private final AdmissionControl admission = new AdmissionControl(1, 0, Duration.ZERO);

    @AfterEach
    void close() {
        watchdog.close();
    }

    @Test
    void bytesArriveInOrderForEveryReadSize() throws IOException {
        byte[] response = random(600_000);
        for (int acceptedBytes : new int[] {0, 1, 1_000, 20_000, 100_000, 600_000}) {
            Client client = new Client(acceptedBytes);
            try (SendQueue queue = queue(client, new SpoolFiles(folder.resolve("spool"), BUDGET))) {
                for (int at = 0; at < response.length; at += 5_000) {
                    queue.add(response, at, 5_000);
                }
                queue.finish();

                assertThat(client.received.toByteArray())
                        .as("at once " + acceptedBytes)
                        .isEqualTo(response);
                assertThat(queue.sent()).isEqualTo(response.length);
            }
        }
    }

    @Test
    void aClientThatDoesNotReadHoldsNoPermitAndNoFile() throws IOException {
        Client client = new Client(0);
        AdmissionControl.Permit permit =
                admission.enter(RequestPriority.BEST_EFFORT).orElseThrow();
        PermitAwareIo network = new PermitAwareIo(watchdog.watch(client::reset), permit);
        client.beforeSend =
                () -> admission.enter(RequestPriority.BEST_EFFORT).orElseThrow().close();
        try (SendQueue queue = new SendQueue(client, network, new SpoolFiles(folder, BUDGET))) {
            queue.add(random(300_000), 0, 300_000);
            queue.finish();
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whenThereIsNoSpaceTheOldestResponseIsReset() throws IOException {
        SpoolFiles spools = new SpoolFiles(folder, BUDGET);
        Client oldest = new Client(0);
        Client newest = new Client(0);
        try (SendQueue first = queue(oldest, spools);
                SendQueue second = queue(newest, spools)) {
            first.add(random(700_000), 0, 700_000);
            second.add(random(700_000), 0, 700_000);
            assertThat(oldest.isReset).isTrue();
            assertThatThrownBy(first::finish).isInstanceOf(IOException.class);

            second.finish();
            assertThat(newest.received.size()).isEqualTo(700_000);
        }
        try (SendQueue third = queue(newest, spools)) {
            third.add(random(BUDGET), 0, BUDGET);
            assertThat(newest.isReset).isFalse();
        }
    }

    @Test
    void aResponseHoldsItsDiskSpaceUntilItEnds() throws IOException {
        SpoolFiles spools = new SpoolFiles(folder, BUDGET);
        Client growing = new Client(0);
        try (SendQueue first = queue(growing, spools)) {
            for (int piece = 0; piece < 9; piece++) {
                first.add(random(100_000), 0, 100_000);
            }
            try (SendQueue second = queue(new Client(0), spools)) {
                second.add(random(90_000), 0, 90_000);
                assertThat(growing.isReset).isFalse();
                second.add(random(90_000), 0, 90_000);
                assertThat(growing.isReset).isTrue();
            }
        }
        Client all = new Client(0);
        try (SendQueue third = queue(all, spools)) {
            third.add(random(BUDGET), 0, BUDGET);
            assertThat(all.isReset).isFalse();
        }
    }

    @Test
    void withoutAFileRenderingWaitsForTheClient() throws IOException {
        Path noFolder = Files.writeString(folder.resolve("file"), "no folder");
        Client client = new Client(100);
        try (SendQueue queue = queue(client, new SpoolFiles(noFolder, BUDGET))) {
            queue.add(random(100_000), 0, 100_000);

            assertThat(client.received.toByteArray()).isEqualTo(random(100_000));
        }
    }

    @Test
    void aWaitThatEndsLateDoesNotInterruptTheThread() {
        Client client = new Client(0);
        IoWatchdog late = new IoWatchdog(() -> Instant.EPOCH.plusNanos(System.nanoTime()));
        IoWatchdog.IoDeadline watch = late.watch(client::reset);
        watch.arm(Duration.ofSeconds(-1));
        late.sweep();

        assertThat(client.isReset).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        late.close();
    }

    private SendQueue queue(Client client, SpoolFiles spools) {
        return new SendQueue(
                client, new PermitAwareIo(watchdog.watch(client::reset), admission.untrackedPermit()), spools);
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    /// A client that accepts this number of bytes in total without blocking.
    private static final class Client implements ResponseSink {

        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private int acceptedBytes;
        private boolean isReset;
        private Runnable beforeSend = () -> {};

        Client(int acceptedBytes) {
            this.acceptedBytes = acceptedBytes;
        }

        @Override
        public void offer(ByteBuffer bytes) {
            int count = Math.min(acceptedBytes, bytes.remaining());
            acceptedBytes -= count;
            receive(bytes, count);
        }

        @Override
        public void send(ByteBuffer bytes) throws IOException {
            if (isReset) {
                throw new IOException("reset");
            }
            beforeSend.run();
            receive(bytes, bytes.remaining());
        }

        private void receive(ByteBuffer bytes, int count) {
            byte[] chunk = new byte[count];
            bytes.get(chunk);
            received.writeBytes(chunk);
        }

        @Override
        public void complete() {}

        @Override
        public void reset() {
            isReset = true;
        }
    }
}
