package dev.spoolmark.http.client;

import dev.spoolmark.http.client.FetchResult.Content;
import dev.spoolmark.http.client.UpstreamRequest.ExpectedContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/// Reads the body of a response with limits for its compressed and its decompressed size.
final class BoundedResponseReader {

    private static final int SHORT = 64 * 1024;

    private BoundedResponseReader() {}

    /// The response is larger than the limit.
    static final class ResponseTooLargeException extends IOException {

        private final int max;

        ResponseTooLargeException(int max) {
            super("more than " + max);
            this.max = max;
        }

        int maxBytes() {
            return max;
        }
    }

    static ExchangeResult of(ExpectedContent expected, ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return ExchangeResult.unusable("answered nothing");
        }
        byte[] packed = readAtMost(entity.getContent(), expected.maxBytes());
        byte[] bytes = isPacked(response) ? unpacked(packed, expected.maxBytes()) : packed;
        return looksLike(expected, response, bytes)
                ? ExchangeResult.success(new Content(bytes))
                : ExchangeResult.unusable("answered something that is not " + expected.type());
    }

    private static byte[] unpacked(byte[] packed, int max) throws IOException {
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return readAtMost(plain, max);
        }
    }

    /// Reads the rest of a short body, so that the connection can be reused.
    static void finish(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity != null && entity.isStreaming()) {
            readAtMost(entity.getContent(), SHORT);
        }
    }

    private static byte[] readAtMost(InputStream stream, int max) throws IOException {
        byte[] bytes = stream.readNBytes(max + 1);
        if (bytes.length > max) {
            throw new ResponseTooLargeException(max);
        }
        return bytes;
    }

    private static boolean isPacked(ClassicHttpResponse response) {
        Header encoding = response.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && encoding.getValue().strip().equalsIgnoreCase("gzip");
    }

    /// JSON is detected by its first character, since the Content-Type is often wrong; images by their
    /// Content-Type, since they are decoded with care anyway.
    private static boolean looksLike(ExpectedContent expected, ClassicHttpResponse response, byte[] bytes) {
        return switch (expected) {
            case JSON, DOCUMENT -> beginsLikeJson(bytes);
            case IMAGE -> {
                Header type = response.getFirstHeader(HttpHeaders.CONTENT_TYPE);
                yield type != null && type.getValue().strip().startsWith("image/");
            }
        };
    }

    private static boolean beginsLikeJson(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && Character.isWhitespace(bytes[at])) {
            at++;
        }
        return at < bytes.length && (bytes[at] == '{' || bytes[at] == '[');
    }
}
