package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies in the forms of clients and proxies: compressed, with a byte order mark, large, and those that are
/// rejected before they are read.
class RequestBodiesTest extends V1Conformance {

    private static final int LARGE = 4_000_000;
    private static final String BATMAN = "{\"imdb_id\":\"tt0372784\"}";

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate"})
    void aCompressedBodyIsRead(String encoding) throws IOException {
        v1.post("movie/seen")
                .basic(users.ann())
                .header("Content-Encoding", encoding)
                .raw(compressed(encoding, "{\"movies\":[" + BATMAN + "]}"))
                .ok()
                .node("inserted")
                .isEqualTo(1);
    }

    @Test
    void aCompressedFormWithItsCredentialsIsRead() throws IOException {
        v1.post("account/test")
                .header("Content-Encoding", "gzip")
                .raw(compressed(
                        "gzip",
                        "username=" + users.ann().name() + "&password="
                                + users.ann().sha1()))
                .ok();
    }

    @Test
    void rejectsTooLargeMalformedAndUnknownCompression() throws IOException {
        v1.post("movie/seen")
                .basic(users.ann())
                .header("Content-Encoding", "gzip")
                .raw(compressed("gzip", "{}" + " ".repeat(17 * 1024 * 1024)))
                .fails(413, "the request is too big: at most 16777216 bytes");
        v1.post("movie/seen")
                .basic(users.ann())
                .header("Content-Encoding", "gzip")
                .raw("{}")
                .fails(400, "the body is not properly compressed");
        assertThat(v1.post("movie/seen")
                        .basic(users.ann())
                        .header("Content-Encoding", "br")
                        .raw("{}")
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsSkipped(String charset) {
        v1.post("movie/seen")
                .basic(users.ann())
                .raw(("\uFEFF{\"movies\":[" + BATMAN + "]}").getBytes(Charset.forName(charset)))
                .ok()
                .node("inserted")
                .isEqualTo(1);
    }

    @Test
    void aLibraryOfFiveThousandMoviesIsReadWithItsCredentialsAtTheEnd() {
        String movies = IntStream.range(0, 5_000)
                .mapToObj(
                        number -> "{\"title\":\"No. " + number + "\",\"year\":\"1999\",\"imdb_id\":\"\",\"tmdb_id\":\""
                                + (7_000_000 + number) + "\",\"plays\":\"1\","
                                + "\"last_played\":\"1255960578\",\"a\":1,\"b\":2,\"c\":3,\"d\":4}")
                .collect(Collectors.joining(","));

        v1.post("movie/library")
                .raw("{\"movies\":[" + movies + "],\"username\":\""
                        + users.ann().name() + "\",\"password\":\""
                        + users.ann().sha1() + "\"}")
                .ok()
                .node("status")
                .isEqualTo("success");
    }

    @Test
    void rejectsABodyWithMoreThan100000Values() {
        String empty = "{\"movies\":[" + "{},".repeat(100_000) + "{}]}";

        v1.post("movie/seen").raw(empty).fails(413, "the request is too big: at most 100000 values");
        v1.post("movie/seen").basic(users.ann()).raw(empty).fails(413, "the request is too big: at most 100000 values");
        v1.post("movie/seen")
                .raw("a[]=&".repeat(1_000_000))
                .fails(413, "the request is too big: at most 100000 values");
    }

    @Test
    void aLargeBodyWithoutCredentialsIsRejectedAfterReading() {
        v1.post("movie/seen")
                .raw("{\"movies\":[" + "{},".repeat(90_000) + "{}]}")
                .fails(401, "failed authentication");
    }

    @Test
    void aLargeBodyIsNotReadForAWrongKeyOrAWrongPasswordInTheHeader() throws IOException {
        assertThat(statusBeforeTheBody("/movie/seen/short", "")).startsWith("HTTP/1.1 401 ");
        assertThat(statusBeforeTheBody("/movie/seen/" + V1Client.KEY, "Authorization: Basic YW5uOng=\r\n"))
                .startsWith("HTTP/1.1 401 ");
        assertThat(statusBeforeTheBody("/movie/nothing/" + V1Client.KEY, "")).startsWith("HTTP/1.1 404 ");
    }

    /// The status line for a request of which only the header is sent.
    private String statusBeforeTheBody(String path, String fields) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(v1.base()).getPort())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "Content-Length: " + LARGE
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private static byte[] compressed(String encoding, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream encoder =
                encoding.equals("deflate") ? new DeflaterOutputStream(out) : new GZIPOutputStream(out)) {
            encoder.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
