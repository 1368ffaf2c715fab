package dev.spoolmark.outgoing;

import dev.spoolmark.outgoing.Ask.Expected;
import dev.spoolmark.outgoing.Fetched.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/// Reads the body of an answer, counting while it is read and again while it is unpacked.
final class Reading {

    private static final int SHORT = 64 * 1024;

    private Reading() {}

    /// There was more than is read of such an answer.
    static final class TooMuch extends IOException {

        private final int most;

        TooMuch(int most) {
            super("more than " + most);
            this.most = most;
        }

        int most() {
            return most;
        }
    }

    static Outcome of(Expected expected, ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return Outcome.unusable("answered nothing");
        }
        byte[] packed = atMost(entity.getContent(), expected.most());
        byte[] bytes = isPacked(response) ? unpacked(packed, expected.most()) : packed;
        return looksLike(expected, response, bytes)
                ? Outcome.well(new Content(bytes))
                : Outcome.unusable("answered something that is not " + expected.type());
    }

    private static byte[] unpacked(byte[] packed, int most) throws IOException {
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return atMost(plain, most);
        }
    }

    /// Reads what is left of a short body, so that the connection serves again.
    static void finish(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity != null && entity.isStreaming()) {
            atMost(entity.getContent(), SHORT);
        }
    }

    private static byte[] atMost(InputStream stream, int most) throws IOException {
        byte[] bytes = stream.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new TooMuch(most);
        }
        return bytes;
    }

    private static boolean isPacked(ClassicHttpResponse response) {
        Header encoding = response.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && encoding.getValue().strip().equalsIgnoreCase("gzip");
    }

    /// JSON is told by how it begins, since labels are often wrong; pictures by their label, since they are decoded
    /// with care anyway.
    private static boolean looksLike(Expected expected, ClassicHttpResponse response, byte[] bytes) {
        return switch (expected) {
            case JSON -> beginsLikeJson(bytes);
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
