package dev.spoolmark.wire;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

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
                case "/body" -> text(Integer.toString(request.body(BODY_LIMIT).readAllBytes().length));
                case "/unread" -> text("no thanks");
                case "/long" -> text("long ".repeat(10_000)).with("Cache-Control", "max-age=60");
                case "/stream" ->
                    Reply.streamed(
                            200,
                            "text/plain",
                            out -> out.write("long ".repeat(10_000).getBytes(StandardCharsets.UTF_8)));
                case "/picture" -> Reply.of(200, "image/png", new byte[5000]);
                case "/fault" -> throw new IllegalStateException("s3cret");
                case "/early" ->
                    Reply.streamed(200, "text/plain", out -> {
                        out.write('a');
                        throw new IllegalStateException("s3cret");
                    });
                case "/late" ->
                    Reply.streamed(200, "text/plain", out -> {
                        out.write(new byte[100_000]);
                        throw new IllegalStateException("s3cret");
                    });
                case "/endless" -> {
                    arrived.countDown();
                    yield Reply.streamed(200, "text/plain", this::writeForEver);
                }
                case "/slow" -> {
                    arrived.countDown();
                    leave.await();
                    yield text("done");
                }
                default ->
                    text(request.verb() + " " + request.rawPath() + "?" + request.rawQuery() + " " + request.base()
                            + " " + request.client().getHostAddress());
            };
        } catch (Refusal refusal) {
            return text(refusal.problem().toString()).with(new Reply.Trace(name(refusal.problem()), null, null));
        } catch (IOException | InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
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

    private static Reply text(String text) {
        return Reply.of(200, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
