package dev.spoolmark.wire;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A dialect for tests: says what it heard, and misbehaves on demand.
final class EchoDialect implements Dialect {

    static final int BODY_LIMIT = 300_000;

    final CountDownLatch arrived = new CountDownLatch(1);
    final CountDownLatch leave = new CountDownLatch(1);
    final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public boolean speaks(String rawPath) {
        return !rawPath.startsWith("/nowhere");
    }

    @Override
    public Urgency urgency(String verb, String rawPath) {
        return rawPath.equals("/urgent") ? Urgency.KEEPING : Urgency.OTHER;
    }

    @Override
    public Reply answer(Request request) {
        try {
            return switch (request.rawPath()) {
                case "/body" -> plain(Integer.toString(bytes(request).length));
                case "/bulk" -> plain(Integer.toString(bytes(request, Limits.BULK_BODY_BYTES).length));
                case "/unread" -> plain("no thanks");
                case "/long" -> plain("long ".repeat(10_000)).with("Cache-Control", "max-age=60");
                case "/stream" ->
                    Reply.streamed(
                            200,
                            "text/plain",
                            out -> out.write("long ".repeat(10_000).getBytes(StandardCharsets.UTF_8)));
                case "/short-stream" -> stream(text("/short-stream"));
                case "/long-stream" -> stream(text("/long-stream"));
                case "/huge-stream" -> Reply.streamed(200, "text/plain", out -> out.write(random(20_000_000)));
                case "/stored" -> {
                    byte[] bytes = text("/stored").getBytes(StandardCharsets.UTF_8);
                    yield Reply.stored(200, "image/png", bytes.length, new ByteArrayInputStream(bytes));
                }
                case "/overloaded-early" ->
                    Reply.streamed(200, "text/plain", out -> {
                        out.write('a');
                        throw new Refusal(new Problem.Overloaded(Duration.ofSeconds(7)));
                    });
                case "/picture" -> Reply.of(200, "image/png", new byte[5000]);
                case "/fault" -> throw new IllegalStateException("s3cret");
                case "/early" ->
                    Reply.streamed(200, "text/plain", out -> {
                        out.write('a');
                        throw new IllegalStateException("s3cret");
                    });
                case "/late" ->
                    Reply.streamed(200, "text/plain", out -> {
                        out.write(random(1_000_000));
                        throw new IllegalStateException("s3cret");
                    });
                case "/endless" -> {
                    arrived.countDown();
                    yield Reply.streamed(200, "text/plain", this::writeForEver);
                }
                case "/slow" -> {
                    arrived.countDown();
                    leave.await();
                    yield plain("done");
                }
                default ->
                    plain(request.verb() + " " + request.rawPath() + "?" + request.rawQuery() + " " + request.base()
                            + " " + request.client().getHostAddress());
            };
        } catch (Refusal refusal) {
            return plain(refusal.problem().toString()).with(new Reply.Trace(name(refusal.problem()), null, null));
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static byte[] bytes(Request request) {
        return bytes(request, BODY_LIMIT);
    }

    private static byte[] bytes(Request request, long limit) {
        try (SentBody body = request.body(limit, LargeBody.WELCOME)) {
            return body.bytes();
        }
    }

    /// What some of the paths are answered with.
    static String text(String path) {
        return switch (path) {
            case "/short-stream" -> "short";
            case "/long", "/stream" -> "long ".repeat(10_000);
            default -> IntStream.range(0, 200_000).mapToObj(n -> n + "\n").collect(Collectors.joining());
        };
    }

    private static Reply stream(String text) {
        return Reply.streamed(200, "text/plain", out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Bytes that do not get smaller.
    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private void writeForEver(OutputStream out) throws IOException {
        try {
            while (true) {
                out.write(new byte[64 * 1024]);
            }
        } finally {
            ended.countDown();
        }
    }

    private static String name(Problem problem) {
        return problem.getClass().getSimpleName();
    }

    private static Reply plain(String text) {
        return Reply.of(200, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
