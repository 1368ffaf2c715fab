package dev.spoolmark.web;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.body.LargeBodyListener;
import dev.spoolmark.http.body.ReceivedBody;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// A form with a file. It is read by the handler of the page, after the visitor was identified.
///
/// One file is in memory at a time, however many are sent.
public final class Upload {

    private static final int OTHER_FIELDS = 10_000;
    private static final Semaphore ONE = new Semaphore(1);

    private Upload() {}

    /// Reads the file and processes it.
    ///
    /// @param field name of its field
    /// @param limit maximum size of the file in bytes
    /// @param handler receives the content, which is empty if no file was chosen
    /// @throws ProblemException with `NotAllowed` if no page of this session sent the form, with `TooBig` or
    ///     `Unreadable` if it cannot be read
    public static Response handle(PageRequest request, String field, int limit, Function<byte[], Response> handler) {
        try (ReceivedBody body = request.http().body(limit + OTHER_FIELDS, LargeBodyListener.ACCEPT)) {
            return request.http().runBlocking(() -> {
                ONE.acquireUninterruptibly();
                try {
                    return handler.apply(file(request, body, field, limit));
                } finally {
                    ONE.release();
                }
            });
        }
    }

    private static byte[] file(PageRequest request, ReceivedBody body, String field, int limit) {
        String type = request.http().header("Content-Type").orElse("");
        Map<String, byte[]> parts = MultipartBody.parse(type, body.bytes());
        String token = new String(parts.getOrDefault(PageRequests.CSRF_FIELD, new byte[0]), StandardCharsets.US_ASCII);
        if (!request.session().isCsrfToken(token)) {
            throw new ProblemException(new Problem.NotAllowed("the form is no longer valid"));
        }
        byte[] file = parts.getOrDefault(field, new byte[0]);
        if (file.length > limit) {
            throw new ProblemException(new Problem.TooBig(limit, "bytes"));
        }
        return file;
    }
}
