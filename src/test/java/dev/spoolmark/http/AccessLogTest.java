package dev.spoolmark.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.core.BackgroundTasks;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessLogTest {

    @Test
    void eachRequestHasOneLine() {
        StringWriter out = new StringWriter();
        try (AccessLog log = AccessLog.to(out, BackgroundTasks.plain())) {
            log.add(entry(new Response.AccessLogFields("rate/episodes/{apikey}", 7L, "XB \"one\"\n")));
            log.add(entry(Response.AccessLogFields.NONE));
        }

        assertThat(out.toString()).isEqualTo("""
                        time=2026-01-02T03:04:05.000Z id=a-1 method=POST route=rate/episodes/{apikey} status=200 bytes=12 ms=3 \
                        user=7 app="XB \\"one\\"\\u000a" address=192.0.2.7
                        time=2026-01-02T03:04:05.000Z id=a-1 method=POST route=- status=200 bytes=12 ms=3 address=192.0.2.7
                        """);
    }

    @Test
    void droppedLinesAreCounted() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        StringWriter out = new StringWriter();
        AccessLog log = AccessLog.to(waiting(out, blocked, go), 2, BackgroundTasks.plain());
        log.add(entry(Response.AccessLogFields.NONE));
        blocked.await();
        for (int added = 0; added < 5; added++) {
            log.add(entry(Response.AccessLogFields.NONE));
        }
        go.countDown();
        log.close();

        assertThat(out.toString().lines().filter(line -> line.startsWith("time=")))
                .hasSize(3);
        assertThat(out.toString()).contains("\ndropped=3\n");
    }

    @Test
    void theLogCanBeDisabled() {
        try (AccessLog log = AccessLog.off()) {
            log.add(entry(Response.AccessLogFields.NONE));
            log.add(entry(Response.AccessLogFields.NONE));
        }
    }

    private static Appendable waiting(StringWriter out, CountDownLatch blocked, CountDownLatch go) {
        return new Writer() {
            @Override
            public void write(char[] from, int offset, int length) {
                blocked.countDown();
                try {
                    go.await();
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
                out.write(from, offset, length);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static AccessLog.Entry entry(Response.AccessLogFields trace) {
        return new AccessLog.Entry(
                Instant.parse("2026-01-02T03:04:05Z"),
                "a-1",
                "POST",
                200,
                12,
                3,
                InetAddress.ofLiteral("192.0.2.7"),
                trace);
    }

    @Test
    void linesAreWrittenAgainAfterADiskFailure() {
        StringBuilder stored = new StringBuilder();
        AtomicBoolean full = new AtomicBoolean(true);
        CountDownLatch failed = new CountDownLatch(1);
        Appendable disk = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                if (full.get()) {
                    failed.countDown();
                    throw new IOException("no space left on device");
                }
                stored.append(text);
                return this;
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                return append(text.subSequence(start, end));
            }

            @Override
            public Appendable append(char letter) throws IOException {
                return append(String.valueOf(letter));
            }
        };

        try (AccessLog log = AccessLog.to(disk, BackgroundTasks.plain())) {
            log.add(entry(new Response.AccessLogFields("lost", null, null)));
            awaitQuietly(failed);
            full.set(false);
            log.add(entry(new Response.AccessLogFields("kept", null, null)));
        }

        assertThat(stored.toString()).contains("route=kept").doesNotContain("route=lost");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void messagesOfForeignExceptionsAreNotLogged() {
        Throwable error =
                new IllegalStateException("s3cret", new OwnException("ours\nsecond", new RuntimeException("s3cret")));

        assertThat(ThrowableFormatter.format(error))
                .contains("java.lang.IllegalStateException\n\tat ", "OwnException: ours\\u000asecond\n", "caused by")
                .doesNotContain("s3cret");
    }

    private static final class OwnException extends RuntimeException {

        OwnException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
