package dev.spoolmark.http;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.body.LargeBodyListener;
import dev.spoolmark.http.body.ReceivedBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A handler for tests that returns the request, and misbehaves on demand.
final class EchoHandler implements RequestHandler {

    static final int BODY_LIMIT = 300_000;

    final CountDownLatch arrived = new CountDownLatch(1);
    final CountDownLatch leave = new CountDownLatch(1);
    final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public boolean matches(RequestHead head) {
        return !head.rawPath().startsWith("/nowhere");
    }

    @Override
    public CorsPolicy cors() {
        return new CorsPolicy(List.of("GET", "POST", "HEAD", "OPTIONS"), List.of("Authorization", "Content-Type"));
    }

    @Override
    public Route route(RequestHead head) {
        return head.rawPath().equals("/urgent") ? new UrgentRoute() : this::handle;
    }

    private final class UrgentRoute implements Route {

        @Override
        public RequestPriority priority() {
            return RequestPriority.CRITICAL_WRITE;
        }

        @Override
        public Response handle(ServerRequest request) {
            return EchoHandler.this.handle(request);
        }
    }

    private Response handle(ServerRequest request) {
        if (request.rawPath().equals("/strict-body")) {
            arrived.countDown();
            return plain(Integer.toString(bytes(request).length));
        }
        try {
            return switch (request.rawPath()) {
                case "/body" -> plain(Integer.toString(bytes(request).length));
                case "/bulk" -> plain(Integer.toString(bytes(request, HttpLimits.BULK_BODY_BYTES).length));
                case "/unread" -> plain("no thanks");
                case "/long" -> plain("long ".repeat(10_000)).with("Cache-Control", "max-age=60");
                case "/stream" ->
                    Response.streamed(
                            200,
                            "text/plain",
                            out -> out.write("long ".repeat(10_000).getBytes(StandardCharsets.UTF_8)));
                case "/short-stream" -> stream(text("/short-stream"));
                case "/long-stream" -> stream(text("/long-stream"));
                case "/huge-stream" -> Response.streamed(200, "text/plain", out -> out.write(random(20_000_000)));
                case "/stored" -> {
                    byte[] bytes = text("/stored").getBytes(StandardCharsets.UTF_8);
                    yield Response.stored(200, "image/png", bytes.length, new ByteArrayInputStream(bytes));
                }
                case "/huge-stored" ->
                    Response.stored(200, "image/png", 20_000_000, new ByteArrayInputStream(random(20_000_000)));
                case "/shrunk" ->
                    Response.stored(200, "image/png", 1_000_001, new ByteArrayInputStream(random(1_000_000)));
                case "/overloaded-early" ->
                    Response.streamed(200, "text/plain", out -> {
                        out.write('a');
                        throw new ProblemException(new Problem.Overloaded(Duration.ofSeconds(7)));
                    });
                case "/picture" -> Response.of(200, "image/png", new byte[5000]);
                case "/fault" -> throw new IllegalStateException("s3cret");
                case "/early" ->
                    Response.streamed(200, "text/plain", out -> {
                        out.write('a');
                        throw new IllegalStateException("s3cret");
                    });
                case "/late" ->
                    Response.streamed(200, "text/plain", out -> {
                        out.write(random(1_000_000));
                        throw new IllegalStateException("s3cret");
                    });
                case "/endless" -> {
                    arrived.countDown();
                    yield Response.streamed(200, "text/plain", this::writeForEver);
                }
                case "/slow" -> {
                    arrived.countDown();
                    leave.await();
                    yield plain("done");
                }
                default ->
                    plain(request.method() + " " + request.rawPath() + "?" + request.rawQuery() + " " + request.base()
                            + " " + request.client().getHostAddress());
            };
        } catch (ProblemException refusal) {
            return plain(refusal.problem().toString())
                    .with(new Response.AccessLogFields(name(refusal.problem()), null, null));
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static byte[] bytes(ServerRequest request) {
        return bytes(request, BODY_LIMIT);
    }

    private static byte[] bytes(ServerRequest request, long limit) {
        try (ReceivedBody body = request.body(limit, LargeBodyListener.ACCEPT)) {
            return body.bytes();
        }
    }

    /// The responses to some of the paths.
    static String text(String path) {
        return switch (path) {
            case "/short-stream" -> "short";
            case "/long", "/stream" -> "long ".repeat(10_000);
            default -> IntStream.range(0, 200_000).mapToObj(n -> n + "\n").collect(Collectors.joining());
        };
    }

    private static Response stream(String text) {
        return Response.streamed(200, "text/plain", out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Incompressible bytes.
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

    private static Response plain(String text) {
        return Response.of(200, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
